package io.clausestream.schema;

import static io.clausestream.schema.UndecodableRecordException.Reason.CORRUPT;
import static io.clausestream.schema.UndecodableRecordException.Reason.NOT_SINGLE_OBJECT;
import static io.clausestream.schema.WireCodecTest.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.sun.management.ThreadMXBean;
import io.clausestream.schema.state.Agenda;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What senders can do to a reader. */
class WireCodecHostileTest {

  private static final long SEED = 7;
  private static final long ENOUGH_BYTES = 32 << 20;
  private static final Schema LENGTHS =
      SchemaBuilder.record("Span")
          .namespace("io.clausestream.schema")
          .fields()
          .requiredString("string")
          .requiredBytes("bytes")
          .name("array")
          .type(SchemaBuilder.array().items().stringType())
          .noDefault()
          .name("map")
          .type(SchemaBuilder.map().values().bytesType())
          .noDefault()
          .endRecord();

  @Test
  void noBytesAreNoRecord() {
    assertThat(refusal(pages(), new byte[0]).reason()).isEqualTo(NOT_SINGLE_OBJECT);
    assertThat(refusal(pages(), new byte[] {(byte) 0xC3}).reason()).isEqualTo(NOT_SINGLE_OBJECT);
    assertThat(refusal(pages(), new byte[] {(byte) 0xC3, 1, 2}).reason())
        .isEqualTo(NOT_SINGLE_OBJECT);
  }

  @Test
  void jsonIsNoRecord() {
    UndecodableRecordException refusal =
        refusal(pages(), "{\"documentId\": 1}".getBytes(StandardCharsets.UTF_8));
    assertThat(refusal.reason()).isEqualTo(NOT_SINGLE_OBJECT);
    assertThat(refusal).hasMessageContaining("begins with 7B 22");
  }

  @ParameterizedTest
  @MethodSource("io.clausestream.schema.Schemas#types")
  void aTruncatedRecordIsRefusedWhereverItEnds(Class<? extends SpecificRecord> type) {
    WireCodec<?> codec = WireCodec.of(type);
    byte[] record = Schemas.anyRecords(Schemas.of(type), 3).reduce((a, b) -> b).orElseThrow();
    for (int length = 10; length < record.length; length++) {
      assertThat(refusal(codec, Arrays.copyOf(record, length)).reason()).isEqualTo(CORRUPT);
    }
  }

  @Test
  void trailingBytesAreRefusedAndCounted() {
    byte[] page = Schemas.anyRecords(FetchedPage.getClassSchema(), 1).findFirst().orElseThrow();
    UndecodableRecordException refusal = refusal(pages(), Arrays.copyOf(page, page.length + 3));
    assertThat(refusal.reason()).isEqualTo(CORRUPT);
    assertThat(refusal).hasMessageContaining("trailing bytes: 3 of");
  }

  @Test
  void tooLongARecordIsRefusedBeforeItIsRead() {
    byte[] page = Schemas.anyRecords(FetchedPage.getClassSchema(), 1).findFirst().orElseThrow();
    UndecodableRecordException refusal =
        refusal(pages(), Arrays.copyOf(page, WireCodec.MAX_RECORD_BYTES + 1));
    assertThat(refusal.reason()).isEqualTo(CORRUPT);
    assertThat(refusal).hasMessageContaining("too large");
  }

  /** Flipped bits make other records or none, but never another exception or an error. */
  @ParameterizedTest
  @MethodSource("io.clausestream.schema.Schemas#types")
  void damageEndsInARecordOrARefusal(Class<? extends SpecificRecord> type) {
    WireCodec<?> codec = WireCodec.of(type);
    Random random = new Random(SEED);
    for (byte[] record : Schemas.anyRecords(Schemas.of(type), 20).toList()) {
      for (int i = 0; i < 300; i++) {
        byte[] damaged = record.clone();
        random.ints(3, 10, record.length).forEach(at -> damaged[at] = (byte) random.nextInt());
        assertThatCode(() -> decodeOrRefuse(codec, damaged)).doesNotThrowAnyException();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      longs = {40, 1 << 20, Integer.MAX_VALUE - 8, Integer.MAX_VALUE, 1L << 40, Long.MAX_VALUE, -1})
  void aLengthThatTheRecordDoesNotHaveIsALie(long claim) throws IOException {
    refusedCheaply(pages(), record(FetchedPage.getClassSchema(), claim));
  }

  @ParameterizedTest
  @ValueSource(
      longs = {40, Integer.MAX_VALUE - 8, Integer.MAX_VALUE, Long.MAX_VALUE, -40, Long.MIN_VALUE})
  void aNumberOfItemsThatTheRecordDoesNotHoldIsALie(long claim) throws IOException {
    refusedCheaply(WireCodec.of(agenda()), record(Schemas.of(agenda()), claim));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void skippedFieldsCannotLieEither(int field) throws IOException {
    WireCodec<Span> codec = WireCodec.of(Span.class, WireSchemas.of(List.of(LENGTHS)));
    long[] lengths = new long[field + 1];
    lengths[field] = Integer.MAX_VALUE;
    refusedCheaply(codec, record(LENGTHS, lengths));
  }

  /** A megabyte of empty strings would become a hundred times as much. */
  @Test
  void manySmallItemsDoNotBecomeManyLargeObjects() throws IOException {
    int claim = 4 << 20;
    byte[] head = record(Schemas.of(agenda()), claim);
    UndecodableRecordException refusal =
        refusal(WireCodec.of(agenda()), Arrays.copyOf(head, head.length + 2 * claim));
    assertThat(refusal.reason()).isEqualTo(CORRUPT);
    assertThat(refusal).hasMessageContaining("more than 262144 items");
  }

  /** Refused as corrupt, and without the memory that the record claims to need. */
  private static void refusedCheaply(WireCodec<?> codec, byte[] record) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    assertThat(refusal(codec, record).reason()).isEqualTo(CORRUPT);
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(ENOUGH_BYTES);
  }

  private static Class<Agenda> agenda() {
    return Agenda.class;
  }

  private static WireCodec<FetchedPage> pages() {
    return WireCodec.of(FetchedPage.class);
  }

  private static void decodeOrRefuse(WireCodec<?> codec, byte[] record) {
    try {
      assertThat(codec.decode(record)).isNotNull();
    } catch (UndecodableRecordException e) {
      assertThat(e).hasMessageContaining("record");
    }
  }

  /** A header and the given numbers, which stand where the schema has lengths. */
  private static byte[] record(Schema schema, long... lengths) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(0xC3);
    out.write(0x01);
    long fingerprint = SchemaNormalization.parsingFingerprint64(schema);
    for (int i = 0; i < 8; i++) {
      out.write((int) (fingerprint >>> (8 * i)));
    }
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    for (long length : lengths) {
      encoder.writeLong(length);
    }
    encoder.flush();
    out.write(new byte[20]);
    return out.toByteArray();
  }
}
