package io.clausestream.connector.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** The one broker of a test JVM: started when first asked for, gone with its folder at the end. */
public final class SharedBroker {

  private SharedBroker() {}

  /** The broker. Do not close it; use topics of your own (see {@link Topics}). */
  public static EmbeddedBroker get() {
    return Holder.BROKER;
  }

  private static EmbeddedBroker start() {
    try {
      Path folder = Files.createTempDirectory("clausestream-broker");
      EmbeddedBroker broker = EmbeddedBroker.start(folder, OptionalInt.empty());
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(broker, folder)));
      return broker;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void end(EmbeddedBroker broker, Path folder) {
    broker.close();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Holder {
    private static final EmbeddedBroker BROKER = start();
  }
}
