package io.clausestream.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/** Any bytes behind the header of any schema are a record or refused. */
class WireCodecFuzzTest {

  private static final List<Schema> SCHEMAS = WireSchemas.current();

  @FuzzTest(maxDuration = "2m")
  void isARecordOrRefused(FuzzedDataProvider data) {
    Schema schema = SCHEMAS.get(data.consumeInt(0, SCHEMAS.size() - 1));
    byte[] body = data.consumeRemainingAsBytes();
    byte[] record =
        ByteBuffer.allocate(10 + body.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put((byte) 0xC3)
            .put((byte) 0x01)
            .putLong(SchemaNormalization.parsingFingerprint64(schema))
            .put(body)
            .array();

    for (WireCodec<?> codec : List.of(WireCodec.of(FetchedPage.class), WireCodec.of(Alert.class))) {
      try {
        assertThat((Object) codec.decode(record)).isNotNull();
      } catch (UndecodableRecordException e) {
        assertThat(e).hasMessageNotContaining("null");
      }
    }
  }
}
