package io.clausestream.cli.replay;

import io.clausestream.cli.UserMistake;
import io.clausestream.cli.console.Terminal;
import io.clausestream.pipeline.cache.CanonicalStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names a folder of canonical pages. */
final class CanonicalCacheOption {

  @Option(
      names = "--canonical-cache",
      paramLabel = "DIR",
      description = {
        "Keep what the pages of the archive were made of in this folder, so that the next replay"
            + " takes seconds: it parses none of them again, and reads none of a git archive.",
        "The output is the same. What another version of the rules made stands in a folder of its"
            + " own inside, which goes when it was not used for a day."
      })
  private @Nullable Path folder;

  /** Called by picocli. */
  CanonicalCacheOption() {}

  /**
   * The store in the folder, if one was named; says what it holds.
   *
   * @throws UserMistake if the folder cannot be used
   */
  Optional<CanonicalStore> open(Terminal terminal) {
    if (folder == null) {
      return Optional.empty();
    }
    try {
      CanonicalStore store =
          CanonicalStore.in(
              folder,
              Instant.now(),
              warning -> {
                terminal.err().println("clausestream: " + warning);
                terminal.err().flush();
              });
      terminal.out().printf("Canonical cache '%s': %,d captures known.%n", folder, store.size());
      terminal.out().flush();
      return Optional.of(store);
    } catch (IOException e) {
      throw new UserMistake(
          "Cannot use '"
              + folder
              + "' as the canonical cache: "
              + e
              + "; name a folder that can be written.",
          e);
    }
  }
}
