package io.clausestream.connector.history;

import org.jspecify.annotations.Nullable;

/** Which document a capture is of; shared by all captures of a document. */
record DocumentName(String documentId, String platform, String documentType) {

  private static final String SOURCE_MARK = " #";

  /**
   * The document of a snapshot's path {@code Platform/Document type[ #source].html}, or null where
   * the path is another.
   */
  static @Nullable DocumentName ofPath(String path) {
    int dot = path.lastIndexOf('.');
    int slash = path.indexOf('/');
    if (contentType(path) == null || slash <= 0 || path.charAt(0) == '.') {
      return null;
    }
    String name = slash < dot ? path.substring(slash + 1, dot) : "";
    int mark = name.indexOf(SOURCE_MARK);
    String type = (mark < 0 ? name : name.substring(0, mark)).strip();
    if (type.isEmpty() || name.indexOf('/') >= 0) {
      return null;
    }
    return new DocumentName(path.substring(0, dot), path.substring(0, slash), type);
  }

  /** The content type that the path's extension names, or null where it is no page. */
  static @Nullable String contentType(String path) {
    if (path.endsWith(".html")) {
      return "text/html";
    }
    return path.endsWith(".pdf") ? "application/pdf" : null;
  }
}
