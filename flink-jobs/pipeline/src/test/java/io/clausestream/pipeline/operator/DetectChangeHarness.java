package io.clausestream.pipeline.operator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clausestream.connector.kafka.KafkaRecord;
import io.clausestream.core.ChangeDetector;
import io.clausestream.core.canonical.CanonicalPage;
import io.clausestream.core.canonical.Canonicalizer;
import io.clausestream.core.canonical.Deadline;
import io.clausestream.core.change.CanonicalFetch;
import io.clausestream.core.page.FetchedPage;
import io.clausestream.core.page.RejectedPageException;
import io.clausestream.core.page.Sha256;
import io.clausestream.core.rules.RuleBook;
import io.clausestream.core.rules.ShippedRules;
import io.clausestream.pipeline.Pages;
import io.clausestream.pipeline.wire.CanonicalFetchMapper;
import io.clausestream.pipeline.wire.FetchedPageMapper;
import io.clausestream.pipeline.wire.PendingFetch;
import io.clausestream.schema.DeadLetter;
import io.clausestream.schema.Origin;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.PageVerification;
import io.clausestream.schema.Rule;
import io.clausestream.schema.Suppression;
import io.clausestream.schema.SuppressionVerdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.operators.testutils.MockEnvironment;
import org.apache.flink.runtime.operators.testutils.MockEnvironmentBuilder;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.apache.flink.util.function.SerializableFunction;

/** The operator detect-change by itself, on RocksDB, in the words of the domain. */
final class DetectChangeHarness implements AutoCloseable {

  private static final ChangeDetector DETECTOR = new ChangeDetector(ShippedRules.get());

  private final DetectChangeOperatorHarness harness;

  private DetectChangeHarness(StateBackend backend) throws Exception {
    this(backend, Detection::by);
  }

  private DetectChangeHarness(
      StateBackend backend, SerializableFunction<RuleBook, Detection> detection) throws Exception {
    this(DetectChangeOperatorHarness.of(detection, environment()), backend);
  }

  private DetectChangeHarness(DetectChangeOperatorHarness harness, StateBackend backend) {
    this.harness = harness;
    harness.setStateBackend(backend);
    harness.setup();
  }

  private static MockEnvironment environment() {
    return new MockEnvironmentBuilder().setManagedMemorySize(32 << 20).setMaxParallelism(1).build();
  }

  static DetectChangeHarness open() throws Exception {
    return open(new EmbeddedRocksDBStateBackend());
  }

  /** On the heap, with its metrics recorded. */
  static DetectChangeHarness open(RecordedMetrics metrics) throws Exception {
    DetectChangeHarness opened =
        new DetectChangeHarness(
            DetectChangeOperatorHarness.of(Detection::by, metrics.environment()),
            new HashMapStateBackend());
    opened.harness.open();
    return opened;
  }

  /** With another detection than the core's. */
  static DetectChangeHarness open(SerializableFunction<RuleBook, Detection> detection)
      throws Exception {
    DetectChangeHarness opened =
        new DetectChangeHarness(new EmbeddedRocksDBStateBackend(), detection);
    opened.harness.open();
    return opened;
  }

  /** On the backend that can count its entries. */
  static DetectChangeHarness openOnHeap() throws Exception {
    return open(new HashMapStateBackend());
  }

  private static DetectChangeHarness open(StateBackend backend) throws Exception {
    DetectChangeHarness opened = new DetectChangeHarness(backend);
    opened.harness.open();
    return opened;
  }

  static DetectChangeHarness restore(OperatorSubtaskState snapshot) throws Exception {
    DetectChangeHarness restored = new DetectChangeHarness(new EmbeddedRocksDBStateBackend());
    restored.harness.initializeState(snapshot);
    restored.harness.open();
    return restored;
  }

  void fetch(String documentId, String html, Instant at) throws Exception {
    fetch(documentId, html, at, Origin.LIVE);
  }

  void fetch(String documentId, String html, Instant at, Origin origin) throws Exception {
    var page = Pages.builder(documentId, html, at).setOrigin(origin).build();
    process(DETECTOR.canonicalize(core(page, at)));
  }

  /** As a job does it that the release before may have written the state of. */
  void fetchUpgraded(String documentId, String html, Instant at) throws Exception {
    process(twice(documentId, html, at));
  }

  /** As the release before did it. */
  void fetchByThePreviousRelease(String documentId, String html, Instant at) throws Exception {
    CanonicalFetch fetch = twice(documentId, html, at);
    CanonicalPage page =
        new CanonicalPage(
            fetch.page().title(), fetch.previous().orElseThrow(), fetch.page().links());
    process(
        new CanonicalFetch(
            fetch.ref(),
            false,
            page,
            fetch.fingerprint().withText(Sha256.hex(page.text())),
            fetch.evidence(),
            Canonicalizer.PREVIOUS_VERSION));
  }

  private static CanonicalFetch twice(String documentId, String html, Instant at)
      throws RejectedPageException {
    return DETECTOR.canonicalizeTwice(core(Pages.page(documentId, html, at), at), Deadline.NEVER);
  }

  private static FetchedPage core(io.clausestream.schema.FetchedPage page, Instant at)
      throws RejectedPageException {
    return FetchedPageMapper.toCore(page, page.getPlatform().getBytes(UTF_8), at);
  }

  private void process(CanonicalFetch fetch) throws Exception {
    byte[] key = fetch.ref().platform().getBytes(UTF_8);
    harness.processElement(
        CanonicalFetchMapper.toRecord(
            fetch, new KafkaRecord("page-fetches", 3, 42, 7, key, null, Map.of())),
        fetch.ref().fetchedAt().toEpochMilli());
  }

  void admit(Rule rule) throws Exception {
    harness.broadcast(rule);
  }

  void watermark(Instant at) throws Exception {
    harness.processRulesWatermark(Long.MAX_VALUE - 1);
    harness.processWatermark(at.toEpochMilli());
  }

  void endOfInput() throws Exception {
    harness.processRulesWatermark(Long.MAX_VALUE);
    harness.processWatermark(Long.MAX_VALUE);
  }

  OperatorSubtaskState snapshot() throws Exception {
    return harness.snapshot(1, 1);
  }

  List<PageChange> changes() {
    return List.copyOf(harness.extractOutputValues());
  }

  List<PageVerification> verifications() {
    return side(SideOutputs.VERIFICATIONS);
  }

  List<Suppression> suppressions() {
    return side(SideOutputs.SUPPRESSIONS);
  }

  List<SuppressionVerdict> verdicts() {
    return suppressions().stream().map(Suppression::getVerdict).toList();
  }

  List<DeadLetter> deadLetters() {
    return side(SideOutputs.DEAD_LETTERS);
  }

  List<PendingFetch> pending() {
    return side(SideOutputs.PENDING);
  }

  int timers() {
    return harness.numEventTimeTimers();
  }

  int stateEntries() {
    return harness.numKeyedStateEntries();
  }

  @Override
  public void close() {
    harness.close();
  }

  private <T> List<T> side(OutputTag<T> tag) {
    List<T> values = new ArrayList<>();
    var records = harness.getSideOutput(tag);
    if (records != null) {
      records.stream().map(StreamRecord::getValue).forEach(values::add);
    }
    return values;
  }
}
