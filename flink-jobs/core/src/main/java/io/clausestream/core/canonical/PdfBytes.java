package io.clausestream.core.canonical;

import java.io.IOException;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;

/** Bytes of a PDF that count how often they are read, so that no search in them lasts for ever. */
final class PdfBytes implements RandomAccessRead {

  /** An object takes memory, and its first sign shows it before it is made. */
  private static final int OBJECT = 200;

  private final RandomAccessRead bytes;
  private final Work work;
  private final int cost;

  PdfBytes(RandomAccessRead bytes, Work work, int cost) {
    this.bytes = bytes;
    this.work = work;
    this.cost = cost;
  }

  @Override
  public int read() throws IOException {
    int value = bytes.read();
    work.read(value == '<' || value == '[' || value == '(' ? OBJECT : cost);
    return value;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    work.read(cost + (long) length);
    return bytes.read(into, from, length);
  }

  @Override
  public long getPosition() throws IOException {
    return bytes.getPosition();
  }

  @Override
  public void seek(long position) throws IOException {
    work.read(cost);
    bytes.seek(position);
  }

  @Override
  public void rewind(int count) throws IOException {
    bytes.rewind(count);
  }

  @Override
  public long length() throws IOException {
    return bytes.length();
  }

  @Override
  public boolean isClosed() {
    return bytes.isClosed();
  }

  @Override
  public boolean isEOF() throws IOException {
    return bytes.isEOF();
  }

  @Override
  public RandomAccessReadView createView(long start, long length) throws IOException {
    return bytes.createView(start, length);
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
