package io.clausestream.cli.up;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The main job on the cluster that runs it. Whoever starts it closes it, which ends it in order.
 */
public interface RunningEngine extends AutoCloseable {

  /** Flink's web pages. */
  URI webUrl();

  /** The port at which its own reporter shows its metrics; empty when there is none. */
  OptionalInt reporterPort();

  /** The checkpoint that it went on from; empty when it began anew. */
  Optional<Path> restored();

  /** Why the job ended by itself; empty while it runs. Asked again and again. */
  Optional<Throwable> failure();

  /** What else whoever started it wants to know, by name, in order. */
  default Map<String, String> places() {
    return Map.of();
  }

  @Override
  void close();
}
