package io.clausestream.core.canonical;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.ResourceCache;

/**
 * The pages of a PDF in order, by a walk of its page tree that no depth or circle can make long.
 */
final class PdfPages {

  /** The largest policies seen have some two hundred. */
  static final int MAX_PAGES = 2_000;

  private static final List<COSName> INHERITED =
      List.of(COSName.RESOURCES, COSName.MEDIA_BOX, COSName.CROP_BOX, COSName.ROTATE);

  private PdfPages() {}

  /** The pages; each holds what it inherits, so that none has to ask above. */
  static List<PDPage> of(PDDocument pdf, Work work) {
    ResourceCache cache = new PdfFonts.Kept();
    List<PDPage> pages = new ArrayList<>();
    Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<COSDictionary> open = new ArrayDeque<>();
    push(pdf.getDocumentCatalog().getCOSObject().getDictionaryObject(COSName.PAGES), open);
    while (!open.isEmpty()) {
      COSDictionary node = open.pop();
      work.parsed();
      if (!seen.add(node)) {
        continue;
      }
      COSArray kids = node.getCOSArray(COSName.KIDS);
      if (kids != null) {
        pushKids(node, kids, open, work);
      } else if (pages.size() == MAX_PAGES) {
        throw work.refuse("The PDF has more than " + MAX_PAGES + " pages; no real policy has.");
      } else {
        node.removeItem(COSName.PARENT);
        node.removeItem(COSName.P);
        pages.add(new Page(node, cache));
      }
    }
    return pages;
  }

  private static void pushKids(
      COSDictionary node, COSArray kids, Deque<COSDictionary> open, Work work) {
    for (int i = kids.size() - 1; i >= 0; i--) {
      work.parsed();
      if (kids.getObject(i) instanceof COSDictionary kid) {
        inherit(node, kid);
        open.push(kid);
      }
    }
  }

  private static void inherit(COSDictionary from, COSDictionary kid) {
    for (COSName name : INHERITED) {
      COSBase value = from.getItem(name);
      if (value != null && !kid.containsKey(name)) {
        kid.setItem(name, value);
      }
    }
  }

  private static void push(COSBase node, Deque<COSDictionary> open) {
    if (node instanceof COSDictionary dictionary) {
      open.push(dictionary);
    }
  }

  private static final class Page extends PDPage {

    private final ResourceCache cache;

    Page(COSDictionary page, ResourceCache cache) {
      super(page);
      this.cache = cache;
    }

    /** The stream itself, as the other way past it counts nothing. */
    @Override
    public RandomAccessRead getContentsForStreamParsing() throws IOException {
      return getContentsForRandomAccess();
    }

    @Override
    public PDResources getResources() {
      COSDictionary resources = getCOSObject().getCOSDictionary(COSName.RESOURCES);
      return new PDResources(resources == null ? new COSDictionary() : resources, cache);
    }
  }
}
