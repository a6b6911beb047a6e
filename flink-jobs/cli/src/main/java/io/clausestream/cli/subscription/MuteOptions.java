package io.clausestream.cli.subscription;

import io.clausestream.schema.Mute;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that name a mute. */
final class MuteOptions {

  @Option(
      names = "--document",
      required = true,
      paramLabel = "ID",
      description = "Id of the document.")
  private String document;

  @Option(
      names = "--provision",
      paramLabel = "ID",
      description = "A provision of it: changes that touch muted provisions alone are not told.")
  private @Nullable String provision;

  Mute mute() {
    return new Mute(document, provision);
  }
}
