package io.clausestream.pipeline.operator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.connector.testkit.Instants;
import io.clausestream.pipeline.Pages;
import io.clausestream.pipeline.wire.CanonicalFetchRecord;
import io.clausestream.pipeline.wire.PageEvent;
import io.clausestream.pipeline.wire.PageEventDeserializer;
import io.clausestream.schema.BodyEncoding;
import io.clausestream.schema.Declaration;
import io.clausestream.schema.FetchOutcome;
import io.clausestream.schema.FetchedPage;
import io.clausestream.schema.Origin;
import io.clausestream.schema.WireCodec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Feeds a wrong value for each field and sees what the page on feeding says that it gets. */
class FeedingContractHarnessTest {

  private static final Path PAGE = Path.of("../docs/feeding.md");
  private static final Pattern ROW = Pattern.compile("^\\| `(\\w+)` \\|.*\\|([^|]*)\\|$");
  private static final Pattern CODE = Pattern.compile("`([A-Z_]+)`");
  private static final Instant AT = Instants.MONDAY_0600;
  private static final String HTML = Pages.policy(30);
  private static final WireCodec<FetchedPage> CODEC = WireCodec.of(FetchedPage.class);

  private OneInputStreamOperatorTestHarness<PageEvent, CanonicalFetchRecord> harness;

  @BeforeEach
  void open() throws Exception {
    harness =
        new OneInputStreamOperatorTestHarness<>(
            new ProcessOperator<>(new CanonicalizeFunction(PageLimits.OF_SIZE, false)));
    harness.open();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  /** A wrong value of a field: what the record is then, and the code that it gets. */
  private record Wrong(String field, String code, byte[] key, byte[] value) {
    @Override
    public String toString() {
      return field + " gets " + code;
    }
  }

  @ParameterizedTest
  @MethodSource("wrongs")
  void aWrongValueGetsItsCode(Wrong wrong) throws Exception {
    assertThat(codeOf(wrong.key(), wrong.value())).isEqualTo(wrong.code());
  }

  @Test
  void aRightRecordGetsNone() throws Exception {
    assertThat(codeOf(key(), CODEC.encode(page(p -> {})))).isEqualTo("none");
  }

  @Test
  void thePageTellsTheseCodesAndNoOthers() throws IOException {
    Map<String, Set<String>> seen = new TreeMap<>();
    wrongs().forEach(w -> seen.computeIfAbsent(w.field(), f -> new TreeSet<>()).add(w.code()));

    assertThat(told()).isEqualTo(seen);
  }

  private static Map<String, Set<String>> told() throws IOException {
    Map<String, Set<String>> told = new TreeMap<>();
    for (String line : Files.readAllLines(PAGE)) {
      var row = ROW.matcher(line);
      if (row.matches()) {
        Set<String> codes = new TreeSet<>();
        CODE.matcher(row.group(2)).results().forEach(code -> codes.add(code.group(1)));
        if (!codes.isEmpty()) {
          told.put(row.group(1), codes);
        }
      }
    }
    return told;
  }

  static Stream<Wrong> wrongs() {
    return Stream.of(records(), names(), answers(), bodies()).flatMap(List::stream);
  }

  private static List<Wrong> records() {
    byte[] good = CODEC.encode(page(p -> {}));
    byte[] unknown = good.clone();
    unknown[4] ^= 0x55;
    return List.of(
        new Wrong("key", "WRONG_KEY", null, good),
        new Wrong("key", "WRONG_KEY", "Other".getBytes(UTF_8), good),
        new Wrong("value", "UNDECODABLE", key(), null),
        new Wrong("value", "UNDECODABLE", key(), "{}".getBytes(UTF_8)),
        new Wrong("value", "UNKNOWN_SCHEMA", key(), unknown));
  }

  private static List<Wrong> names() {
    return List.of(
        wrong("fetchId", "INVALID_FIELD", p -> p.setFetchId("0".repeat(32))),
        wrong("documentId", "INVALID_FIELD", p -> p.setDocumentId(" ")),
        wrong("platform", "INVALID_FIELD", p -> p.setPlatform("")),
        wrong("documentType", "INVALID_FIELD", p -> p.setDocumentType("Terms\nof use")),
        wrong("url", "INVALID_URL", p -> p.setUrl("/terms")),
        wrong("fetchedAt", "INVALID_TIME", p -> p.setFetchedAt(AT.plus(Duration.ofHours(2)))),
        wrong("fetchedAt", "INVALID_TIME", p -> p.setFetchedAt(Instant.EPOCH)),
        wrong("origin", "INVALID_FIELD", p -> p.setOrigin(Origin.UNKNOWN)));
  }

  private static List<Wrong> answers() {
    return List.of(
        wrong("outcome", "INVALID_FIELD", p -> p.setOutcome(FetchOutcome.UNKNOWN)),
        wrong("outcome", "FETCH_FAILED", p -> p.setOutcome(FetchOutcome.NETWORK_ERROR)),
        wrong("httpStatus", "HTTP_STATUS", p -> p.setHttpStatus(503)),
        wrong("contentType", "UNSUPPORTED_TYPE", p -> p.setContentType("image/png")),
        wrong("contentType", "UNREADABLE", p -> p.setContentType("text/html; charset=utf-16")),
        wrong(
            "declaration",
            "NO_TEXT",
            p -> p.setDeclaration(new Declaration(List.of("[[["), List.of()))));
  }

  private static List<Wrong> bodies() {
    byte[] gzip = gzip(HTML.getBytes(UTF_8));
    ByteBuffer half = ByteBuffer.wrap(gzip, 0, gzip.length / 2);
    byte[] bomb = gzip(new byte[(32 << 20) + 1]);
    return List.of(
        wrong("body", "BODY_MISSING", p -> p.setBody(null).setBodySha256(null)),
        wrong("body", "NESTED_TOO_DEEP", p -> body(p, "<div>".repeat(100_000) + "deep")),
        wrong("body", "NO_TEXT", p -> body(p, "<p>x</p>")),
        wrong(
            "body",
            "BODY_TOO_LARGE",
            p -> p.setBody(ByteBuffer.wrap(bomb)).setBodyEncoding(BodyEncoding.GZIP)),
        wrong(
            "bodyEncoding",
            "BODY_CORRUPT",
            p -> p.setBody(half).setBodyEncoding(BodyEncoding.GZIP)),
        wrong("bodyEncoding", "INVALID_FIELD", p -> p.setBodyEncoding(BodyEncoding.UNKNOWN)),
        wrong(
            "bodyLocation",
            "BODY_LOCATION_UNRESOLVED",
            p -> p.setBody(null).setBodyLocation("store/1")),
        wrong("bodySha256", "BODY_HASH_MISMATCH", p -> p.setBodySha256("0".repeat(64))));
  }

  private static void body(FetchedPage.Builder page, String html) {
    FetchedPage made = Pages.page(Pages.PRIVACY, html, AT);
    page.setBody(made.getBody()).setBodySha256(made.getBodySha256()).setFetchId(made.getFetchId());
  }

  private static Wrong wrong(String field, String code, Consumer<FetchedPage.Builder> change) {
    FetchedPage page = page(change);
    return new Wrong(field, code, page.getPlatform().getBytes(UTF_8), CODEC.encode(page));
  }

  private static FetchedPage page(Consumer<FetchedPage.Builder> change) {
    FetchedPage.Builder page = Pages.builder(Pages.PRIVACY, HTML, AT);
    change.accept(page);
    return page.build();
  }

  private static byte[] key() {
    return Pages.PLATFORM.getBytes(UTF_8);
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** The reason of the dead letter, else the evidence against the capture, else none. */
  private String codeOf(byte[] key, byte[] value) throws Exception {
    harness.processElement(decode(key, value), 0);
    var letters = harness.getSideOutput(SideOutputs.DEAD_LETTERS);
    if (letters != null && !letters.isEmpty()) {
      return letters.element().getValue().getReason();
    }
    List<String> evidence = harness.extractOutputValues().get(0).evidence();
    return evidence.isEmpty() ? "none" : evidence.get(0);
  }

  private static PageEvent decode(byte[] key, byte[] value) {
    PageEventDeserializer deserializer = new PageEventDeserializer();
    deserializer.open(null);
    List<PageEvent> events = new ArrayList<>();
    deserializer.deserialize(
        new ConsumerRecord<>(
            "page-fetches",
            0,
            0,
            AT.toEpochMilli(),
            TimestampType.LOG_APPEND_TIME,
            key == null ? -1 : key.length,
            value == null ? -1 : value.length,
            key,
            value,
            new RecordHeaders(),
            Optional.empty()),
        new ListCollector<>(events));
    return events.get(0);
  }
}
