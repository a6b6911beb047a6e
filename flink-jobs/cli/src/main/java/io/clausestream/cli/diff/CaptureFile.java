package io.clausestream.cli.diff;

import io.clausestream.cli.UserMistake;
import io.clausestream.core.page.BodyDecoder;
import io.clausestream.core.page.Declaration;
import io.clausestream.core.page.FetchOutcome;
import io.clausestream.core.page.FetchedPage;
import io.clausestream.core.page.Origin;
import io.clausestream.core.page.PageRef;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A capture in a file, as if it had been fetched: charset and type are found as of any fetch, by
 * the declared content type, the byte order mark, the page's own declaration, its first bytes.
 *
 * @param path the file
 * @param body its bytes
 */
record CaptureFile(Path path, byte[] body) {

  /** Base of relative links; both captures have the same, so it never makes a difference. */
  private static final URI BASE = URI.create("https://document.invalid/");

  static final String DOCUMENT = "diff";

  /**
   * Reads the file.
   *
   * @throws UserMistake when it cannot be read, or is larger than a page may be
   */
  static CaptureFile read(Path path) {
    try {
      long size = Files.size(path);
      if (size > BodyDecoder.MAX_BODY_BYTES) {
        throw new UserMistake(
            "'%s' has %,d bytes, but a page has at most %,d: name a smaller file."
                .formatted(path, size, BodyDecoder.MAX_BODY_BYTES));
      }
      return new CaptureFile(path, Files.readAllBytes(path));
    } catch (IOException e) {
      throw new UserMistake(
          "'"
              + path
              + "' cannot be read ("
              + e.getClass().getSimpleName()
              + "): name a file with a page.",
          e);
    }
  }

  /** The name that tells it from another one: that of the file, if it does. */
  String nameBeside(CaptureFile other) {
    boolean tells =
        !String.valueOf(path.getFileName()).equals(String.valueOf(other.path.getFileName()));
    return tells ? String.valueOf(path.getFileName()) : path.toString();
  }

  FetchedPage fetched(Instant at, Optional<String> contentType) {
    PageRef ref =
        new PageRef(
            at.toString(), DOCUMENT, DOCUMENT, DOCUMENT, BASE, at, contentType, Origin.REPLAY);
    return new FetchedPage(ref, FetchOutcome.OK, OptionalInt.empty(), body, Declaration.NONE);
  }
}
