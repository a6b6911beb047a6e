package io.clausestream.cli.json;

import io.clausestream.schema.PageChange;
import io.clausestream.schema.Suppression;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The path that a page has in an archive of snapshots: its document and what the bytes are. */
public final class ArchivePage {

  private ArchivePage() {}

  /** The page of a change. */
  public static String of(PageChange change) {
    return of(change.getDocumentId(), change.getCurrent().getContentType());
  }

  /** The page of a suppression, whose content type is not told: taken for HTML. */
  public static String of(Suppression suppression) {
    return of(suppression.getDocumentId(), null);
  }

  static String of(String documentId, @Nullable String contentType) {
    boolean pdf =
        contentType != null && contentType.toLowerCase(Locale.ROOT).contains("application/pdf");
    return documentId + (pdf ? ".pdf" : ".html");
  }
}
