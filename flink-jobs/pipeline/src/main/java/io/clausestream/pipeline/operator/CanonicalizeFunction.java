package io.clausestream.pipeline.operator;

import io.clausestream.core.page.FetchOutcome;
import io.clausestream.core.page.FetchedPage;
import io.clausestream.core.page.RejectedPageException;
import io.clausestream.pipeline.Stage;
import io.clausestream.pipeline.cache.Canonical;
import io.clausestream.pipeline.cache.CanonicalStore;
import io.clausestream.pipeline.cache.CanonicalStoreAccess;
import io.clausestream.pipeline.cache.StoreFailure;
import io.clausestream.pipeline.metrics.PageMetrics;
import io.clausestream.pipeline.wire.CanonicalContent;
import io.clausestream.pipeline.wire.CanonicalFetchMapper;
import io.clausestream.pipeline.wire.CanonicalFetchRecord;
import io.clausestream.pipeline.wire.DeadLetterMapper;
import io.clausestream.pipeline.wire.FetchedPageMapper;
import io.clausestream.pipeline.wire.PageEvent;
import java.io.IOException;
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
  private final @Nullable CanonicalStore store;
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
    this(limits, bridgeUpgrade, null);
  }

  /**
   * The same beside a store.
   *
   * @param store what runs before made of the captures of an archive; null for none
   */
  public CanonicalizeFunction(
      PageLimits limits, boolean bridgeUpgrade, @Nullable CanonicalStore store) {
    this.limits = limits;
    this.bridgeUpgrade = bridgeUpgrade;
    this.store = store;
  }

  @Override
  public void open(OpenContext context) throws IOException {
    getRuntimeContext().addAccumulator(FETCHES_READ, read);
    PageMetrics metrics = new PageMetrics(getRuntimeContext().getMetricGroup(), List.of(INTERNAL));
    Optional<CanonicalStoreAccess> access =
        store == null ? Optional.empty() : Optional.of(CanonicalStoreAccess.open(store));
    opened =
        new Opened(
            new ContentMaker(limits, bridgeUpgrade, access, metrics),
            new DeadLetterMapper(),
            metrics);
  }

  @Override
  public void close() throws IOException {
    if (opened != null) {
      opened.maker().close();
      opened = null;
    }
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
    io.clausestream.schema.FetchedPage wire = Objects.requireNonNull(event.page());
    Optional<Canonical> stored = opened().maker().stored(wire);
    try {
      FetchedPage page =
          stored.isPresent()
              ? FetchedPageMapper.toCoreOfKnownBody(wire, event.key(), event.recordedAt())
              : FetchedPageMapper.toCore(wire, event.key(), event.recordedAt(), limits.maxBytes());
      stage = CANONICAL;
      CanonicalContent content =
          stored.isPresent() ? stored.get().content() : opened().maker().content(page, wire);
      CanonicalFetchRecord fetch =
          CanonicalFetchMapper.toRecord(
              page.ref(),
              page.outcome() == FetchOutcome.NOT_MODIFIED,
              page.bodySha256(),
              content,
              event.record());
      opened().metrics().canonicalized();
      return Optional.of(fetch);
    } catch (RejectedPageException e) {
      refuse(event, stage, e.reason().name(), detail(e), context);
    } catch (StoreFailure e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      // A page must never stop the job, whatever it does to a parser.
      LogLines.fault(event, stage, e);
      refuse(event, stage, INTERNAL, e.getClass().getName() + ": " + e.getMessage(), context);
    }
    return Optional.empty();
  }

  /** The core has no settings, so it cannot say which one to change. */
  private String detail(RejectedPageException e) {
    return switch (e.reason()) {
      case TIME_BUDGET ->
          e.getMessage() + " (clausestream.canonical.time-budget is " + limits.time() + ")";
      case BODY_TOO_LARGE ->
          e.getMessage()
              + " (clausestream.canonical.max-page-size is "
              + limits.maxBytes()
              + " bytes; raise it, or let the crawler refuse such pages)";
      default -> String.valueOf(e.getMessage());
    };
  }

  private void refuse(
      PageEvent event, String stage, String reason, String detail, Context context) {
    opened().metrics().refused(stage, reason);
    LogLines.deadLetter(event, stage, reason);
    context.output(
        SideOutputs.DEAD_LETTERS, opened().letters().toWire(event, stage, reason, detail));
  }

  private Opened opened() {
    return Objects.requireNonNull(opened, "open was not called");
  }
}
