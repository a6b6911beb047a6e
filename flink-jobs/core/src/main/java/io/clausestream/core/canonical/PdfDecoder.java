package io.clausestream.core.canonical;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * PDF to blocks. What cannot be read (broken, locked by a password, made of pictures) has none;
 * what costs too much is refused. Thread-safe; uses no file of the machine.
 */
final class PdfDecoder {

  private PdfDecoder() {}

  static CanonicalPage read(byte[] body, Work work) {
    PdfFonts.useNoneOfTheMachine();
    try (PDDocument pdf = new PdfParser(body, work).parse()) {
      CanonicalPage page = read(pdf, work);
      work.check();
      return page;
    } catch (Work.SpentException e) {
      throw e;
    } catch (StackOverflowError e) {
      // PDFBox follows some references by recursion; none that is known gets here.
      throw work.refuse("The PDF's objects are nested deeper than a reader of PDF can follow.");
    } catch (IOException | RuntimeException e) {
      // Whatever a parser of broken bytes throws, it says that they are broken.
      work.check();
      return CanonicalPage.EMPTY;
    }
  }

  private static CanonicalPage read(PDDocument pdf, Work work) throws IOException {
    List<PDPage> pages = PdfPages.of(pdf, work);
    PdfLineReader reader = new PdfLineReader(work);
    for (PDPage page : pages) {
      work.parsed();
      reader.read(page);
    }
    String title = pdf.getDocumentInformation().getTitle();
    List<PdfLine> lines = PdfFurniture.dropFrom(reader.lines(), pages.size());
    return new CanonicalPage(
        title == null ? "" : TextNormalizer.normalize(title),
        new PdfLayout(lines).blocks(),
        List.of());
  }
}
