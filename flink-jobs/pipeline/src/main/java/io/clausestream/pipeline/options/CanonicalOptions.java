package io.clausestream.pipeline.options;

import io.clausestream.core.page.BodyDecoder;
import io.clausestream.pipeline.operator.PageLimits;
import java.time.Duration;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.ReadableConfig;

/** What one page may cost before it becomes a dead letter, and by which rules it is read. */
public final class CanonicalOptions {

  /** The largest page. */
  public static final ConfigOption<MemorySize> MAX_PAGE_SIZE =
      ConfigOptions.key("clausestream.canonical.max-page-size")
          .memoryType()
          .defaultValue(new MemorySize(BodyDecoder.MAX_BODY_BYTES))
          .withDescription(
              "Largest body of a page, decompressed; from 1 byte to 32 MiB. A larger page becomes a"
                  + " dead letter with the reason BODY_TOO_LARGE.");

  /** The longest time that a page takes. */
  public static final ConfigOption<Duration> TIME_BUDGET =
      ConfigOptions.key("clausestream.canonical.time-budget")
          .durationType()
          .defaultValue(Duration.ofSeconds(20))
          .withDescription(
              "How long the reading of one page may take, by the clock of the machine; 0 s turns the"
                  + " clock off. A page that takes longer becomes a dead letter with the reason"
                  + " TIME_BUDGET. Most pages take milliseconds, and the work of a page is bounded"
                  + " without a clock, too (reason WORK_BUDGET). A replay has no clock.");

  /** Whether pages are read under the rules of the release before, too. */
  public static final ConfigOption<Boolean> BRIDGE_UPGRADE =
      ConfigOptions.key("clausestream.canonical.bridge-upgrade")
          .booleanType()
          .defaultValue(true)
          .withDescription(
              "Whether each page is read under the rules of the release before, too, so that on the"
                  + " first fetch of a document after an upgrade these rules decide whether it"
                  + " changed. May be turned off once every document was fetched after the upgrade,"
                  + " to save a second walk over each page; turned off before, a change in that first"
                  + " fetch is not told. A replay is off.");

  private CanonicalOptions() {}

  /**
   * The limits that a configuration sets.
   *
   * @throws IllegalArgumentException in one line, if one is out of its range
   */
  public static PageLimits limits(ReadableConfig conf) {
    long bytes = conf.get(MAX_PAGE_SIZE).getBytes();
    if (bytes < 1 || bytes > BodyDecoder.MAX_BODY_BYTES) {
      throw new IllegalArgumentException(
          MAX_PAGE_SIZE.key() + " must be 1 b to 32 mb, but is " + bytes + " b.");
    }
    Duration time = conf.get(TIME_BUDGET);
    if (time.isNegative()) {
      throw new IllegalArgumentException(
          TIME_BUDGET.key() + " must not be negative, but is " + time + "; 0 s turns it off.");
    }
    return new PageLimits((int) bytes, time);
  }
}
