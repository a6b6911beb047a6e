package io.clausestream.core.canonical;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** Reads the lines of a PDF's pages in the order in which they were written. */
final class PdfLineReader extends PDFTextStripper {

  /** Saved states of graphics take memory; real pages nest some. */
  private static final int MAX_STATES = 500;

  private static final float BOLD = 600;

  private final Work work;
  private final List<PdfLine> lines = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final Map<Float, Integer> sizes = new TreeMap<>();
  private final Map<PDFont, Boolean> bold = new HashMap<>();
  private int page = -1;
  private double height = 1;
  private TextPosition first;
  private double right;
  private boolean allBold = true;

  PdfLineReader(Work work) {
    this.work = work;
    output = Writer.nullWriter();
    setStartPage(0);
    setShouldSeparateByBeads(false);
  }

  /** Reads one more page. */
  void read(PDPage next) throws IOException {
    page++;
    height = Math.max(1, next.getCropBox().getHeight());
    if (next.getRotation() % 180 != 0) {
      height = Math.max(1, next.getCropBox().getWidth());
    }
    processPage(next);
    endLine();
  }

  /** The lines of all pages that were read. */
  List<PdfLine> lines() {
    return lines;
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    work.operated();
    if (getGraphicsStackSize() > MAX_STATES) {
      throw work.refuse("A page of the PDF saves more than " + MAX_STATES + " states of graphics.");
    }
    super.processOperator(operator, operands);
  }

  @Override
  protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement)
      throws IOException {
    work.placed();
    super.showGlyph(matrix, font, code, displacement);
  }

  @Override
  protected void writeString(String word, List<TextPosition> glyphs) {
    for (TextPosition glyph : glyphs) {
      right = glyph.getXDirAdj() + glyph.getWidthDirAdj();
      if (glyph.getUnicode().isBlank()) {
        continue;
      }
      first = first == null ? glyph : first;
      allBold &= isBold(glyph.getFont());
      sizes.merge(glyph.getFontSizeInPt(), 1, Integer::sum);
    }
    text.append(word);
  }

  @Override
  protected void writeWordSeparator() {
    text.append(' ');
  }

  @Override
  protected void writeLineSeparator() {
    endLine();
  }

  @Override
  protected void writeParagraphStart() {
    // What a paragraph is, is seen from the lines.
  }

  @Override
  protected void writeParagraphEnd() {
    // What a paragraph is, is seen from the lines.
  }

  private void endLine() {
    String normalized = TextNormalizer.normalize(text);
    if (!normalized.isEmpty() && first != null) {
      lines.add(
          new PdfLine(
              page,
              first.getXDirAdj(),
              right,
              first.getYDirAdj(),
              first.getYDirAdj() / height,
              Collections.max(sizes.entrySet(), Map.Entry.comparingByValue()).getKey(),
              allBold,
              normalized));
    }
    text.setLength(0);
    sizes.clear();
    first = null;
    allBold = true;
  }

  private boolean isBold(PDFont font) {
    return bold.computeIfAbsent(font, PdfLineReader::looksBold);
  }

  private static boolean looksBold(PDFont font) {
    String name = font.getName();
    if (name != null && name.toLowerCase(Locale.ROOT).matches(".*(bold|black|heavy|demi).*")) {
      return true;
    }
    PDFontDescriptor descriptor = font.getFontDescriptor();
    return descriptor != null && (descriptor.isForceBold() || descriptor.getFontWeight() >= BOLD);
  }
}
