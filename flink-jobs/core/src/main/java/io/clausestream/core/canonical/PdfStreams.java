package io.clausestream.core.canonical;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSInputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.ICOSParser;
import org.apache.pdfbox.filter.DecodeOptions;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.apache.pdfbox.io.RandomAccessStreamCache;
import org.apache.pdfbox.io.RandomAccessStreamCache.StreamCacheCreateFunction;
import org.jspecify.annotations.Nullable;

/** The objects of a PDF, whose streams are unpacked only as far as the page's work allows. */
final class PdfStreams extends COSDocument {

  /** A byte of page content or of a font, which is read a few times. */
  private static final int CONTENT_BYTE = 8;

  /** Filters that text can be packed by; pictures are never unpacked. */
  private static final Set<COSName> OF_TEXT =
      Set.of(
          COSName.FLATE_DECODE,
          COSName.FLATE_DECODE_ABBREVIATION,
          COSName.LZW_DECODE,
          COSName.LZW_DECODE_ABBREVIATION,
          COSName.ASCII85_DECODE,
          COSName.ASCII85_DECODE_ABBREVIATION,
          COSName.ASCII_HEX_DECODE,
          COSName.ASCII_HEX_DECODE_ABBREVIATION,
          COSName.RUN_LENGTH_DECODE,
          COSName.RUN_LENGTH_DECODE_ABBREVIATION);

  /** The longest row that a predictor may be told of: rows of text are some bytes. */
  private static final int MAX_COLUMNS = 1 << 16;

  private final StreamCacheCreateFunction caches;
  private final ICOSParser parser;
  private final Work work;
  private COSDictionary trailer = new COSDictionary();

  PdfStreams(StreamCacheCreateFunction caches, ICOSParser parser, Work work) {
    super(caches, parser);
    this.caches = caches;
    this.parser = parser;
    this.work = work;
  }

  /**
   * Keeps the trailer here: above, it would be told what it belongs to, down to the last object.
   */
  @Override
  public void setTrailer(COSDictionary newTrailer) {
    trailer = newTrailer;
  }

  @Override
  public COSDictionary getTrailer() {
    return trailer;
  }

  @Override
  public boolean isEncrypted() {
    return getEncryptionDictionary() != null;
  }

  @Override
  public @Nullable COSDictionary getEncryptionDictionary() {
    return trailer.getCOSDictionary(COSName.ENCRYPT);
  }

  @Override
  public @Nullable COSArray getDocumentID() {
    return trailer.getCOSArray(COSName.ID);
  }

  @Override
  public COSStream createCOSStream(COSDictionary dictionary, long start, long length)
      throws IOException {
    COSStream stream =
        new BoundedStream(caches.create(), parser.createRandomAccessReadView(start, length));
    dictionary.forEach(stream::setItem);
    stream.setKey(dictionary.getKey());
    return stream;
  }

  private final class BoundedStream extends COSStream {

    BoundedStream(RandomAccessStreamCache cache, RandomAccessReadView bytes) throws IOException {
      super(cache, bytes);
    }

    @Override
    public COSInputStream createInputStream(DecodeOptions options) throws IOException {
      COSStream plain = new COSStream();
      try (OutputStream out = plain.createRawOutputStream()) {
        out.write(unpack());
      }
      return plain.createInputStream();
    }

    @Override
    public RandomAccessRead createView() throws IOException {
      byte[] bytes = unpack();
      PdfCharacterMaps.check(bytes, work);
      return new PdfBytes(new RandomAccessReadBuffer(bytes), work, CONTENT_BYTE);
    }

    private byte[] unpack() throws IOException {
      InputStream packed = createRawInputStream();
      int index = 0;
      for (COSName filter : filters()) {
        BoundedOutput out = new BoundedOutput();
        FilterFactory.INSTANCE
            .getFilter(filter)
            .decode(packed, out, this, index, DecodeOptions.DEFAULT);
        packed = new ByteArrayInputStream(out.toByteArray());
        index++;
      }
      byte[] bytes = packed.readAllBytes();
      work.unpacked(bytes.length);
      return bytes;
    }

    private Set<COSName> filters() throws IOException {
      Set<COSName> filters = new LinkedHashSet<>();
      COSBase named = getFilters();
      if (named instanceof COSName name) {
        filters.add(name);
      } else if (named instanceof COSArray names) {
        for (int i = 0; i < names.size(); i++) {
          filters.add(names.getObject(i) instanceof COSName name ? name : COSName.IDENTITY);
        }
      }
      if (!OF_TEXT.containsAll(filters)) {
        throw new IOException("No stream of text: it is packed by " + filters);
      }
      checkRows(getDictionaryObject(COSName.DECODE_PARMS, COSName.DP));
      return filters;
    }

    private void checkRows(COSBase parameters) throws IOException {
      if (parameters instanceof COSArray each) {
        for (int i = 0; i < each.size(); i++) {
          checkRow(each.getObject(i));
        }
      } else {
        checkRow(parameters);
      }
    }

    /** A predictor takes memory for a row before it has seen one. */
    private void checkRow(COSBase parameters) throws IOException {
      if (parameters instanceof COSDictionary row
          && (row.getInt(COSName.COLUMNS, 1) > MAX_COLUMNS
              || row.getInt(COSName.BITS_PER_COMPONENT, 8) > 32)) {
        throw new IOException("No stream of text: its rows are too long");
      }
    }
  }

  private final class BoundedOutput extends ByteArrayOutputStream {

    @Override
    public synchronized void write(int value) {
      work.unpacked(1);
      super.write(value);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
      work.unpacked(length);
      super.write(bytes, from, length);
    }
  }
}
