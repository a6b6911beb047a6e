package io.clausestream.pipeline.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.connector.kafka.KafkaRecord;
import io.clausestream.connector.kafka.OutboundRecord;
import io.clausestream.schema.Alert;
import io.clausestream.schema.DeadLetter;
import io.clausestream.schema.Digest;
import io.clausestream.schema.FetchedPage;
import io.clausestream.schema.LateAlert;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.PageVerification;
import io.clausestream.schema.Prevalence;
import io.clausestream.schema.Refusal;
import io.clausestream.schema.Rule;
import io.clausestream.schema.SourceHealth;
import io.clausestream.schema.Suppression;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InFlightTypesTest {

  @ParameterizedTest
  @ValueSource(
      classes = {
        CategoryNews.class,
        SpreadChange.class,
        DigestTerms.class,
        CanonicalFetchRecord.class,
        PendingFetch.class,
        SubscriptionNews.class,
        OutboundRecord.class,
        KafkaRecord.class
      })
  void ourRecordsNeedNoGenericSerializer(Class<?> type) {
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(type);
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        FetchedPage.class,
        PageChange.class,
        PageVerification.class,
        Suppression.class,
        SourceHealth.class,
        Alert.class,
        LateAlert.class,
        Prevalence.class,
        Digest.class,
        DeadLetter.class,
        Rule.class,
        Refusal.class
      })
  void wireRecordsAreSerializedByAvro(Class<?> type) {
    assertThat(TypeInformation.of(type)).isInstanceOf(AvroTypeInfo.class);
  }

  @ParameterizedTest
  @ValueSource(classes = {WatchRoute.class, DigestNews.class})
  void recordsAroundAvroNeedNoGenericSerializer(Class<?> type) {
    SerializerConfigImpl strict = new SerializerConfigImpl();
    strict.setGenericTypes(false);

    assertThat(TypeInformation.of(type).createSerializer(strict)).isNotNull();
  }

  @Test
  void anEventIsSerializedWithItsPage() {
    SerializerConfigImpl strict = new SerializerConfigImpl();
    strict.setGenericTypes(false);

    assertThat(TypeInformation.of(PageEvent.class).createSerializer(strict)).isNotNull();
  }
}
