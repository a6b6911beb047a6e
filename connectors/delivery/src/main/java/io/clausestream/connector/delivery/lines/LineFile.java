package io.clausestream.connector.delivery.lines;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file whose lines are whole: a line that a crash tore off is cut away before the next one. */
final class LineFile {

  private static final int STEP = 8192;

  private LineFile() {}

  /**
   * Appends a line and forces it to the disk.
   *
   * @param line without line feed
   * @throws IOException when it could not be written as a whole; the file is as before then, or is
   *     mended by the next append
   */
  static void append(Path file, byte[] line) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long end = mend(channel);
      ByteBuffer bytes = ByteBuffer.allocate(line.length + 1).put(line).put((byte) '\n').flip();
      long at = end;
      while (bytes.hasRemaining()) {
        at += channel.write(bytes, at);
      }
      channel.force(true);
    }
  }

  /** Cuts off what stands behind the last line feed; where the file ends then. */
  private static long mend(FileChannel channel) throws IOException {
    long end = channel.size();
    long whole = end;
    while (whole > 0 && !endsALine(channel, whole)) {
      whole = lastLineEnd(channel, whole);
    }
    if (whole < end) {
      channel.truncate(whole);
    }
    return whole;
  }

  private static boolean endsALine(FileChannel channel, long end) throws IOException {
    ByteBuffer last = ByteBuffer.allocate(1);
    channel.read(last, end - 1);
    return last.get(0) == '\n';
  }

  /** Behind the last line feed of the step before {@code end}, or the begin of that step. */
  private static long lastLineEnd(FileChannel channel, long end) throws IOException {
    int size = (int) Math.min(STEP, end);
    long start = end - size;
    ByteBuffer bytes = ByteBuffer.allocate(size);
    while (bytes.hasRemaining() && channel.read(bytes, start + bytes.position()) > 0) {
      // Until the step is full.
    }
    for (int i = size - 1; i >= 0; i--) {
      if (bytes.get(i) == '\n') {
        return start + i + 1;
      }
    }
    return start;
  }
}
