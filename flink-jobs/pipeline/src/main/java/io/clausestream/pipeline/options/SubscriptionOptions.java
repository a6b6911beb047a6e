package io.clausestream.pipeline.options;

import io.clausestream.core.subscription.Subscription;
import io.clausestream.core.subscription.SubscriptionFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.ReadableConfig;

/** Who is alerted. */
public final class SubscriptionOptions {

  /** The file of subscriptions. */
  public static final ConfigOption<String> FILE =
      ConfigOptions.key("clausestream.subscription.file")
          .stringType()
          .noDefaultValue()
          .withDescription(
              "YAML file of subscriptions, read when the job is submitted. Without one, changes are"
                  + " detected and nobody is alerted.");

  private SubscriptionOptions() {}

  /**
   * The subscriptions that a configuration names.
   *
   * @throws IllegalArgumentException in one line, if the file cannot be read or is wrong
   */
  public static List<Subscription> subscriptions(ReadableConfig conf) {
    return conf.getOptional(FILE).map(SubscriptionOptions::read).orElse(List.of());
  }

  private static List<Subscription> read(String file) {
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      return SubscriptionFile.parse(in);
    } catch (IOException | InvalidPathException e) {
      throw new IllegalArgumentException(
          "Cannot read the subscription file '"
              + file
              + "' ("
              + e.getMessage()
              + "); correct "
              + FILE.key()
              + ".",
          e);
    }
  }
}
