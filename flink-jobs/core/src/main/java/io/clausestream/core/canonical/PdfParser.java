package io.clausestream.core.canonical;

import java.io.IOException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfparser.PDFParser;

/** PDFBox's parser, made to count what it reads and what it unpacks; it keeps all in memory. */
final class PdfParser extends PDFParser {

  /** A byte of the file's own syntax: read several times, and every few of them are an object. */
  private static final int FILE_BYTE = 32;

  PdfParser(byte[] body, Work work) throws IOException {
    super(new PdfBytes(new RandomAccessReadBuffer(body), work, FILE_BYTE));
    document = new PdfStreams(IOUtils.createMemoryOnlyStreamCache(), this, work);
  }

  /** Does nothing: the mending of broken page trees goes as deep as they do; PdfPages does not. */
  @Override
  protected void checkPages(COSDictionary root) {}
}
