package io.clausestream.schema;

import static io.clausestream.schema.UndecodableRecordException.Reason.UNKNOWN_SCHEMA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WireCodecTest {

  private static final Schema OLDER = Schemas.fromResource("Span.older.avsc");
  private static final Schema NEWER = Schemas.fromResource("Span.newer.avsc");

  @ParameterizedTest
  @MethodSource("io.clausestream.schema.Schemas#types")
  <T extends SpecificRecord> void anyRecordComesBackAsItWas(Class<T> type) throws Exception {
    WireCodec<T> codec = WireCodec.of(type);
    for (byte[] record : Schemas.anyRecords(Schemas.of(type), 200).toList()) {
      T decoded = codec.decode(record);
      assertThat(codec.decode(codec.encode(decoded))).isEqualTo(decoded);
    }
  }

  @Test
  void aDeadLetterKeepsItsBytesInstantsAndHeaders() throws Exception {
    DeadLetter letter =
        DeadLetter.newBuilder()
            .setDeadLetterId("0".repeat(32))
            .setStage("page")
            .setReason("UNDECODABLE")
            .setDetail("detail")
            .setRecordTimestamp(Instant.parse("2026-01-05T06:00:00.123Z"))
            .setKey(ByteBuffer.wrap(new byte[] {1, 2}))
            .setValue(ByteBuffer.wrap(new byte[8 << 20]))
            .setHeaders(Map.of("ce_id", ByteBuffer.wrap(new byte[] {3})))
            .setEngineVersion("test")
            .build();
    WireCodec<DeadLetter> codec = WireCodec.of(DeadLetter.class);
    assertThat(codec.decode(codec.encode(letter))).isEqualTo(letter);
  }

  @Test
  void aDateIsADate() throws Exception {
    PageChange change =
        WireCodec.of(PageChange.class)
            .decode(Schemas.anyRecords(PageChange.getClassSchema(), 1).findFirst().orElseThrow());
    change.setEffectiveDate(LocalDate.of(2026, 2, 1));
    WireCodec<PageChange> codec = WireCodec.of(PageChange.class);
    assertThat(codec.decode(codec.encode(change)).getEffectiveDate())
        .isEqualTo(LocalDate.of(2026, 2, 1));
  }

  @Test
  void readsWhatAnOlderReleaseWrote() throws Exception {
    WireCodec<Span> codec = WireCodec.of(Span.class, WireSchemas.of(List.of(OLDER)));
    byte[] old = Schemas.encode(OLDER, span(OLDER, "AFTER").build());
    assertThat(codec.decode(old)).isEqualTo(new Span(Side.AFTER, 3, 7, null));
  }

  @Test
  void readsWhatANewerReleaseWrote() throws Exception {
    WireCodec<Span> codec = WireCodec.of(Span.class, WireSchemas.of(List.of(NEWER)));
    byte[] newer = Schemas.encode(NEWER, newerSpan("BOTH"));
    assertThat(codec.decode(newer)).isEqualTo(new Span(Side.UNKNOWN, 3, 7, "r1"));
  }

  @Test
  void anOlderAndANewerReleaseReadWhatIsWrittenNow() throws IOException {
    byte[] now = WireCodec.of(Span.class).encode(new Span(Side.BEFORE, 3, 7, "r1"));
    assertThat(readBy(OLDER, now).get("end")).isEqualTo(7);
    Schema optional = withDefaults(NEWER);
    assertThat(readBy(optional, now).get("ruleId")).hasToString("r1");
  }

  @Test
  void refusesASchemaThatItDoesNotKnowAndNamesTheFingerprint() {
    byte[] newer = Schemas.encode(NEWER, newerSpan("BEFORE"));
    UndecodableRecordException refusal = refusal(WireCodec.of(Span.class), newer);
    assertThat(refusal.reason()).isEqualTo(UNKNOWN_SCHEMA);
    assertThat(refusal).hasMessageMatching(".*unknown schema fingerprint 0x[0-9a-f]{16}.*");
  }

  @Test
  void refusesTheRecordOfAnotherTopic() {
    byte[] page = Schemas.anyRecords(FetchedPage.getClassSchema(), 1).findFirst().orElseThrow();
    UndecodableRecordException refusal = refusal(WireCodec.of(Alert.class), page);
    assertThat(refusal.reason()).isEqualTo(UNKNOWN_SCHEMA);
    assertThat(refusal).hasMessageContaining("is that of a FetchedPage");
  }

  @Test
  void willNotWriteWhatItWouldNotRead() {
    WireCodec<Span> codec = WireCodec.of(Span.class);
    assertThatIllegalArgumentException().isThrownBy(() -> codec.encode(new Span()));
    Span huge = new Span(Side.AFTER, 0, 1, "x".repeat(WireCodec.MAX_RECORD_BYTES));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> codec.encode(huge))
        .withMessageContaining("above the limit");
  }

  @Test
  void knowsTheCurrentSchemaOfEveryTopic() {
    assertThat(WireSchemas.current()).hasSize(19).doesNotHaveDuplicates();
    assertThat(WireSchemas.current())
        .allSatisfy(
            s ->
                assertThat(
                        WireSchemas.shipped()
                            .findByFingerprint(SchemaNormalization.parsingFingerprint64(s)))
                    .isEqualTo(s));
  }

  static UndecodableRecordException refusal(WireCodec<?> codec, byte[] record) {
    return catchThrowableOfType(UndecodableRecordException.class, () -> codec.decode(record));
  }

  private static GenericRecordBuilder span(Schema schema, String side) {
    return new GenericRecordBuilder(schema)
        .set("side", new GenericData.EnumSymbol(schema.getField("side").schema(), side))
        .set("start", 3)
        .set("end", 7);
  }

  private static GenericRecord newerSpan(String side) {
    return span(NEWER, side)
        .set("words", List.of("may", "will"))
        .set("weights", Map.of("w", ByteBuffer.wrap(new byte[] {1, 2, 3})))
        .set("note", "skipped")
        .set("ruleId", "r1")
        .build();
  }

  /** The newer schema as it must be to be allowed: each new field with a default. */
  private static Schema withDefaults(Schema schema) {
    String json =
        schema
            .toString()
            .replace("\"items\":\"string\"}", "\"items\":\"string\"},\"default\":[]")
            .replace("\"values\":\"bytes\"}", "\"values\":\"bytes\"},\"default\":{}")
            .replace(
                "\"note\",\"type\":\"string\"", "\"note\",\"type\":\"string\",\"default\":\"\"");
    return new Schema.Parser().parse(json);
  }

  private static GenericRecord readBy(Schema reader, byte[] record) throws IOException {
    return new BinaryMessageDecoder<GenericRecord>(
            GenericData.get(), reader, WireSchemas.of(List.of(Span.getClassSchema())))
        .decode(record);
  }
}
