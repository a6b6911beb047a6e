package io.clausestream.core.canonical;

import io.clausestream.core.SamplePages;
import io.clausestream.core.page.FetchedPage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Writes PDFs of a platform that there is not. */
final class SamplePdf {

  static final int TOP = 700;
  static final int LEFT = 72;

  final PDFont plain;
  final PDFont bold;
  private final PDDocument pdf = new PDDocument();
  private PDPageContentStream content;

  SamplePdf() throws IOException {
    PdfFonts.useNoneOfTheMachine();
    plain = new PDType1Font(FontName.HELVETICA);
    bold = new PDType1Font(FontName.HELVETICA_BOLD);
    pdf.getDocumentInformation().setTitle("Example policy");
  }

  SamplePdf page() throws IOException {
    if (content != null) {
      content.close();
    }
    PDPage page = new PDPage();
    pdf.addPage(page);
    content = new PDPageContentStream(pdf, page);
    return this;
  }

  SamplePdf line(PDFont font, float size, float x, float y, String text) throws IOException {
    content.beginText();
    content.setFont(font, size);
    content.newLineAtOffset(x, y);
    content.showText(text);
    content.endText();
    return this;
  }

  /** Lines of body text, one below the other. */
  SamplePdf lines(float y, String... texts) throws IOException {
    for (int i = 0; i < texts.length; i++) {
      line(plain, 11, LEFT, y - 14 * i, texts[i]);
    }
    return this;
  }

  SamplePdf lock(String password) throws IOException {
    pdf.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
    return this;
  }

  byte[] bytes() throws IOException {
    if (content != null) {
      content.close();
    }
    try (pdf;
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      pdf.save(out);
      return out.toByteArray();
    }
  }

  /** A fetch of a PDF, as a server sends it. */
  static FetchedPage fetch(byte[] pdf) {
    return SamplePages.page(
        SamplePages.withContentType(
            SamplePages.ref("Example/Policy", SamplePages.MONDAY), "application/pdf"),
        pdf);
  }

  /** A file of one page with a packed content, and objects beside it. */
  static byte[] raw(String filter, byte[] content, String... objects) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    print(out, "%PDF-1.4\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n");
    print(out, "2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj\n");
    print(
        out,
        "3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R"
            + " /Resources <</Font <</F 5 0 R>> /XObject <</X 6 0 R>>>>>> endobj\n");
    print(out, "4 0 obj <</Length " + content.length + " " + filter + ">> stream\n");
    out.writeBytes(content);
    print(out, "\nendstream endobj\n");
    for (String object : objects) {
      print(out, object + "\n");
    }
    print(out, "trailer <</Root 1 0 R>>\n%%EOF");
    return out.toByteArray();
  }

  /** Blanks without end, packed. */
  static byte[] bomb(int megabytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream packed = new DeflaterOutputStream(out)) {
      for (int i = 0; i < megabytes; i++) {
        packed.write(" ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static void print(ByteArrayOutputStream out, String text) {
    out.writeBytes(ascii(text));
  }
}
