package io.clausestream.pipeline.options;

import java.time.Duration;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.ReadableConfig;

/** When an alert is late. */
public final class AlertOptions {

  /** The objective. */
  public static final ConfigOption<Duration> OBJECTIVE =
      ConfigOptions.key("clausestream.alert.objective")
          .durationType()
          .defaultValue(Duration.ofDays(1))
          .withDescription(
              "How long after the fetch that first held the new text an alert of a live fetch counts"
                  + " as late; more than 0. It changes nothing of the alerts: late ones are"
                  + " counted, and told on late-alerts.");

  private AlertOptions() {}

  /**
   * The objective that a configuration sets.
   *
   * @throws IllegalArgumentException in one line, if it is out of its range
   */
  public static Duration objective(ReadableConfig conf) {
    Duration objective = conf.get(OBJECTIVE);
    if (objective.isZero() || objective.isNegative()) {
      throw new IllegalArgumentException(
          OBJECTIVE.key() + " must be more than 0, but is " + objective.toMillis() + " ms.");
    }
    return objective;
  }
}
