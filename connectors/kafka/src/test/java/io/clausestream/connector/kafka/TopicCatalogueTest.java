package io.clausestream.connector.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.schema.WireCodec;
import io.clausestream.schema.WireSchemas;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class TopicCatalogueTest {

  @Test
  void everyWireRecordHasItsTopic() {
    assertThat(TopicCatalogue.all())
        .extracting(TopicSpec::recordType)
        .containsExactlyInAnyOrderElementsOf(
            WireSchemas.current().stream().map(Schema::getName).toList());
  }

  @Test
  void theSchemasNameTheTopicsOfTheCatalogue() {
    for (TopicSpec topic : TopicCatalogue.all()) {
      assertThat(WireSchemas.current())
          .filteredOn(s -> s.getName().equals(topic.recordType()))
          .singleElement()
          .satisfies(s -> assertThat(s.getDoc()).contains("Topic " + topic.name() + ","));
    }
  }

  @Test
  void aDeadLetterHoldsWhateverCameAndIsReadable() {
    int around = 1 << 20;
    assertThat(TopicCatalogue.DEAD_LETTERS.maxMessageBytes())
        .isGreaterThanOrEqualTo(TopicCatalogue.MAX_DEAD_LETTER_VALUE_BYTES + around);
    assertThat(TopicCatalogue.DEAD_LETTERS.maxMessageBytes())
        .isGreaterThan(TopicCatalogue.PAGE_FETCHES.maxMessageBytes() + around);
    assertThat(WireCodec.MAX_RECORD_BYTES)
        .isGreaterThanOrEqualTo(TopicCatalogue.MAX_DEAD_LETTER_VALUE_BYTES + around);
  }

  @Test
  void retentionIsASettingAndForEverIsMinusOne() {
    assertThat(TopicCatalogue.PAGE_FETCHES.config()).containsEntry("retention.ms", "1209600000");
    assertThat(TopicCatalogue.ALERTS.config()).containsEntry("retention.ms", "-1");
  }
}
