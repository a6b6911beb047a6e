package io.clausestream.pipeline.options;

import io.clausestream.core.subscription.Plans;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.ReadableConfig;

/** What subscribers can have. */
public final class SubscriptionOptions {

  /** The file of plans. */
  public static final ConfigOption<String> PLANS_FILE =
      ConfigOptions.key("clausestream.subscription.plans-file")
          .stringType()
          .noDefaultValue()
          .withDescription(
              "YAML file of the plans that requests for subscriptions are admitted by, read when"
                  + " the job is submitted. Without one, the shipped plans hold: free, monitor,"
                  + " compliance, own. What was admitted stays when a plan shrinks.");

  private SubscriptionOptions() {}

  /**
   * Text of the file of plans that a configuration names; empty for the shipped ones.
   *
   * @throws IllegalArgumentException in one line, if the file cannot be read or is wrong
   */
  public static Optional<String> plans(ReadableConfig conf) {
    return conf.getOptional(PLANS_FILE).map(SubscriptionOptions::read);
  }

  private static String read(String file) {
    try {
      String text = Files.readString(Path.of(file));
      Plans.parse(text);
      return text;
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "Cannot use the file of plans '"
              + file
              + "' ("
              + e.getMessage()
              + "); correct it or "
              + PLANS_FILE.key()
              + ".",
          e);
    }
  }
}
