package io.clausestream.pipeline.options;

import java.time.Duration;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/** How rules come into effect. */
public final class SeverityOptions {

  /** How far ahead rules must be published. */
  public static final ConfigOption<Duration> GUARD_TIME =
      ConfigOptions.key("clausestream.severity.guard-time")
          .durationType()
          .defaultValue(Duration.ofMinutes(10))
          .withDescription(
              "How long before its effectiveFrom a version of the rules must be recorded on"
                  + " rule-requests; a later one is refused. It must outlast the delay of the"
                  + " topics and the difference of the crawlers' clocks, so that the job knows a"
                  + " version before the first fetch that it holds for.");

  private SeverityOptions() {}
}
