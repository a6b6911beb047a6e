package io.clausestream.core.canonical;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.DefaultResourceCache;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;

/**
 * Fonts without the machine's: PDFBox would search all its folders, keep a list of what it finds in
 * the home folder, and read differently where other fonts are installed. One font of its own stands
 * in for all that a document names and does not bring.
 */
final class PdfFonts implements FontMapper {

  private static final String STAND_IN =
      "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private final TrueTypeFont standIn;

  private PdfFonts(TrueTypeFont standIn) {
    this.standIn = standIn;
  }

  /** Makes PDFBox use no font of the machine, in this process, from now on. */
  static void useNoneOfTheMachine() {
    Installed.once();
  }

  private static PdfFonts load() {
    try (InputStream font = PDDocument.class.getResourceAsStream(STAND_IN)) {
      if (font == null) {
        throw new IllegalStateException(
            "PDFBox has no " + STAND_IN + "; use the 3.0 of this build");
      }
      return new PdfFonts(new TTFParser().parse(new RandomAccessReadBuffer(font)));
    } catch (IOException e) {
      throw new UncheckedIOException("A font of PDFBox's own cannot be read", e);
    }
  }

  @Override
  public FontMapping<TrueTypeFont> getTrueTypeFont(String name, PDFontDescriptor descriptor) {
    return new FontMapping<>(standIn, true);
  }

  @Override
  public FontMapping<FontBoxFont> getFontBoxFont(String name, PDFontDescriptor descriptor) {
    return new FontMapping<>(standIn, true);
  }

  @Override
  public CIDFontMapping getCIDFont(
      String name, PDFontDescriptor descriptor, PDCIDSystemInfo systemInfo) {
    return new CIDFontMapping(null, standIn, true);
  }

  private static final class Installed {

    static {
      FontMappers.set(load());
    }

    static void once() {
      // Loading this class has done it.
    }
  }

  /** Keeps a document's fonts as long as it is read, so that each is read once and only once. */
  static final class Kept extends DefaultResourceCache {

    private final Map<COSObject, PDFont> fonts = new HashMap<>();

    @Override
    public PDFont getFont(COSObject indirect) {
      return fonts.get(indirect);
    }

    @Override
    public void put(COSObject indirect, PDFont font) {
      fonts.put(indirect, font);
    }
  }
}
