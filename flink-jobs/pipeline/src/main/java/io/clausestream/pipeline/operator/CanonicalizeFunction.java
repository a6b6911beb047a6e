package io.clausestream.pipeline.operator;

import io.clausestream.core.page.FetchOutcome;
import io.clausestream.core.page.FetchedPage;
import io.clausestream.core.page.RejectedPageException;
import io.clausestream.core.page.RejectionReason;
import io.clausestream.pipeline.Stage;
import io.clausestream.pipeline.metrics.PageMetrics;
import io.clausestream.pipeline.wire.CanonicalFetchMapper;
import io.clausestream.pipeline.wire.CanonicalFetchRecord;
import io.clausestream.pipeline.wire.DeadLetterMapper;
import io.clausestream.pipeline.wire.FetchedPageMapper;
import io.clausestream.pipeline.wire.PageEvent;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Stages page, canonical, fingerprint and quality: a pure function of the event, so it needs no key
 * and no state; bytes that came lately are not parsed again. What cannot be handled, or not within
 * its limits, goes to {@link SideOutputs#DEAD_LETTERS}; no input makes it throw.
 */
public final class CanonicalizeFunction extends ProcessFunction<PageEvent, CanonicalFetchRecord> {

  /** Name of the accumulator that counts the fetches read, dead letters among them. */
  public static final String FETCHES_READ = "fetches-read";

  private static final long serialVersionUID = 1;
  private static final String PAGE = Stage.PAGE.word();
  private static final String CANONICAL = Stage.CANONICAL.word();

  /** Reason code of a page that our own code failed on. */
  private static final String INTERNAL = "INTERNAL";

  private final PageLimits limits;
  private final boolean bridgeUpgrade;
  private final LongCounter read = new LongCounter();
  private transient @Nullable Opened opened;

  private record Opened(ContentMaker maker, DeadLetterMapper letters, PageMetrics metrics) {}

  /**
   * Canonicalizes pages.
   *
   * @param limits what a page may cost
   * @param bridgeUpgrade whether the text is made under the rules of the release before, too, for
   *     documents whose last accepted version that release made
   */
  public CanonicalizeFunction(PageLimits limits, boolean bridgeUpgrade) {
    this.limits = limits;
    this.bridgeUpgrade = bridgeUpgrade;
  }

  @Override
  public void open(OpenContext context) {
    getRuntimeContext().addAccumulator(FETCHES_READ, read);
    PageMetrics metrics = new PageMetrics(getRuntimeContext().getMetricGroup(), List.of(INTERNAL));
    opened = new Opened(new ContentMaker(limits, bridgeUpgrade, metrics), new DeadLetterMapper(), metrics);
  }

  @Override
  public void processElement(
      PageEvent event, Context context, Collector<CanonicalFetchRecord> out) {
    read.add(1L);
    opened().metrics().read();
    // Only our own work stands inside the try: what goes on downstream is not this page's fault.
    handle(event, context).ifPresent(out::collect);
  }

  private Optional<CanonicalFetchRecord> handle(PageEvent event, Context context) {
    if (event.rejection() != null) {
      refuse(event, PAGE, event.rejection(), String.valueOf(event.detail()), context);
      return Optional.empty();
    }
    String stage = PAGE;
    try {
      FetchedPage page =
          FetchedPageMapper.toCore(
              Objects.requireNonNull(event.page()),
              event.key(),
              event.recordedAt(),
              limits.maxBytes());
      stage = CANONICAL;
      CanonicalFetchRecord fetch =
          CanonicalFetchMapper.toRecord(
              page.ref(),
              page.outcome() == FetchOutcome.NOT_MODIFIED,
              page.bodySha256(),
              opened().maker().content(page),
              event.record());
      opened().metrics().canonicalized();
      return Optional.of(fetch);
    } catch (RejectedPageException e) {
      refuse(event, stage, e.reason().name(), detail(e), context);
    } catch (RuntimeException | StackOverflowError e) {
      // A page must never stop the job, whatever it does to a parser.
      refuse(event, stage, INTERNAL, e.getClass().getName() + ": " + e.getMessage(), context);
    }
    return Optional.empty();
  }

  /** The core has no clock, so it cannot say what the time was. */
  private String detail(RejectedPageException e) {
    return e.reason() == RejectionReason.TIME_BUDGET
        ? e.getMessage() + " (clausestream.canonical.time-budget is " + limits.time() + ")"
        : String.valueOf(e.getMessage());
  }

  private void refuse(
      PageEvent event, String stage, String reason, String detail, Context context) {
    opened().metrics().refused(stage, reason);
    context.output(
        SideOutputs.DEAD_LETTERS, opened().letters().toWire(event, stage, reason, detail));
  }

  private Opened opened() {
    return Objects.requireNonNull(opened, "open was not called");
  }
}
