package io.clausestream.pipeline.options;

import io.clausestream.core.prevalence.MovementRule;
import java.time.Duration;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.ReadableConfig;

/** When moves of several platforms are a movement. */
public final class PrevalenceOptions {

  /** How many platforms. */
  public static final ConfigOption<Integer> PLATFORMS =
      ConfigOptions.key("clausestream.prevalence.platforms")
          .intType()
          .defaultValue(MovementRule.DEFAULT.platforms())
          .withDescription(
              "How many platforms must move one category in one direction within the window, so that"
                  + " the record of the day tells a co-movement; 2 or more. A replay takes the"
                  + " default.");

  /** Within how long. */
  public static final ConfigOption<Duration> WINDOW =
      ConfigOptions.key("clausestream.prevalence.window")
          .durationType()
          .defaultValue(MovementRule.DEFAULT.window())
          .withDescription(
              "The window of co-movements, counted back from the end of a UTC day; 1 to 366 days. A"
                  + " replay takes the default.");

  private PrevalenceOptions() {}

  /**
   * The rule that a configuration sets.
   *
   * @throws IllegalArgumentException in one line, if a setting is out of its range
   */
  public static MovementRule movements(ReadableConfig conf) {
    int platforms = conf.get(PLATFORMS);
    Duration window = conf.get(WINDOW);
    if (platforms < MovementRule.FEWEST) {
      throw new IllegalArgumentException(
          PLATFORMS.key() + " must be 2 or more, but is " + platforms + ".");
    }
    if (window.compareTo(MovementRule.SHORTEST) < 0 || window.compareTo(MovementRule.LONGEST) > 0) {
      throw new IllegalArgumentException(
          WINDOW.key() + " must be 1 to 366 days, but is " + window.toHours() + " h.");
    }
    return new MovementRule(platforms, window);
  }
}
