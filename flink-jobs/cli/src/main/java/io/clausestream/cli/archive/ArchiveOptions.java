package io.clausestream.cli.archive;

import io.clausestream.cli.UserMistake;
import io.clausestream.cli.console.Terminal;
import io.clausestream.cli.console.Waiting;
import io.clausestream.connector.history.Archive;
import io.clausestream.connector.history.ArchiveCounts;
import io.clausestream.connector.history.ArchiveFormatException;
import io.clausestream.connector.history.Archives;
import io.clausestream.connector.history.CaptureFilter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that name an archive and what of it is read. */
public final class ArchiveOptions {

  private static final int MOST_NAMES = 8;

  @Option(
      names = "--from",
      paramLabel = "ARCHIVE",
      required = true,
      description =
          "History to read: a git repository or bundle of snapshots, or JSON Lines of captures.")
  private Path from;

  @Option(
      names = "--until",
      paramLabel = "T",
      description = "Last fetch instant that is read, like 2026-01-31T12:00:00Z or 2026-01-31.")
  private @Nullable Instant until;

  @Option(
      names = "--platform",
      paramLabel = "P",
      description = "Read this platform only; may be given several times.")
  private List<String> platforms = List.of();

  /** Called by picocli. */
  public ArchiveOptions() {}

  /** The path of the archive. */
  public Path path() {
    return from;
  }

  /**
   * Opens the archive and lists its captures, and says so if that takes long; the caller closes it.
   *
   * @throws UserMistake when it is none, or lacks a platform that is asked for
   */
  public Archive open(Terminal terminal) {
    String what = "reading the list of captures of '" + from + "'";
    return Waiting.<Archive, RuntimeException>during(terminal, what, this::open);
  }

  /**
   * Opens the archive; the caller closes it.
   *
   * @throws UserMistake when it is none, or lacks a platform that is asked for
   */
  public Archive open() {
    Archive archive;
    try {
      archive = Archives.open(from);
    } catch (ArchiveFormatException e) {
      throw new UserMistake(e.lines(), e);
    } catch (IOException e) {
      throw new UserMistake(
          e.getMessage() == null ? "Cannot read the archive '" + from + "'." : e.getMessage(), e);
    }
    checkPlatforms(archive.counts());
    return archive;
  }

  /** What of it is read. */
  public CaptureFilter filter() {
    return new CaptureFilter(new LinkedHashSet<>(platforms), until);
  }

  /** What the archive holds that is no capture, by cause, in words; empty when there is nothing. */
  public static String skipped(ArchiveCounts counts) {
    return counts.skipped().entrySet().stream()
        .map(
            e ->
                String.format(
                    Locale.ROOT,
                    "%,d %s",
                    e.getValue(),
                    e.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' ')))
        .collect(Collectors.joining(", "));
  }

  private void checkPlatforms(ArchiveCounts counts) {
    Set<String> known = counts.byPlatform().keySet();
    for (String platform : platforms) {
      if (!known.contains(platform)) {
        throw new UserMistake(
            "The archive '"
                + from
                + "' has no platform '"
                + platform
                + "': choose one of its "
                + known.size()
                + ", for example "
                + known.stream().limit(MOST_NAMES).collect(Collectors.joining(", "))
                + ".");
      }
    }
  }
}
