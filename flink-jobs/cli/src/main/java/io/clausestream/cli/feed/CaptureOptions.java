package io.clausestream.cli.feed;

import io.clausestream.cli.UserMistake;
import io.clausestream.schema.Origin;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Options that say which document a file is a capture of. */
public final class CaptureOptions {

  private static final Duration MAX_AHEAD = Duration.ofHours(1);

  @Parameters(index = "0", paramLabel = "FILE", description = "The body, as it was fetched.")
  private Path file;

  @Parameters(index = "1", paramLabel = "URL", description = "Where the page stands: its address.")
  private String url;

  @Option(
      names = "--platform",
      paramLabel = "NAME",
      description = "Who publishes the page (default: the host of the URL, without www).")
  private @Nullable String platform;

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      description =
          "What the document is, like 'Privacy Policy' (default: the path of the URL). Platform and"
              + " type are the document: use the same ones for each of its captures.")
  private @Nullable String documentType;

  @Option(
      names = "--document-id",
      paramLabel = "ID",
      description = "Stable id of the document (default: platform/type).")
  private @Nullable String documentId;

  @Option(
      names = "--at",
      paramLabel = "T",
      description =
          "When it was fetched, like 2026-01-31T12:00:00Z or 2026-01-31 (default: now). With it the"
              + " capture counts as history, else as live.")
  private @Nullable Instant at;

  @Option(
      names = "--content-type",
      paramLabel = "TYPE",
      description =
          "Content type with its charset (default: by the name of the file, else text/html).")
  private @Nullable String contentType;

  @Option(
      names = "--region",
      paramLabel = "CC",
      description = "Region it was asked for from, like DE.")
  private @Nullable String region;

  @Option(
      names = "--language",
      paramLabel = "TAG",
      description = "Language it was asked for in, like de-DE.")
  private @Nullable String language;

  /** Called by picocli. */
  public CaptureOptions() {}

  /** The file that holds the body. */
  Path file() {
    return file;
  }

  /**
   * What the user says, with the time filled in.
   *
   * @throws UserMistake when the fetch would be in the future
   */
  SubmittedPage.Said said(Instant now) {
    Instant fetchedAt = Objects.requireNonNullElse(at, now);
    if (fetchedAt.isAfter(now.plus(MAX_AHEAD))) {
      throw new UserMistake(
          "--at "
              + fetchedAt
              + " is in the future, where nothing can have been fetched: give the time of the fetch.");
    }
    return new SubmittedPage.Said(
        url,
        platform,
        documentType,
        documentId,
        fetchedAt,
        contentType,
        region,
        language,
        at == null ? Origin.LIVE : Origin.IMPORT);
  }
}
