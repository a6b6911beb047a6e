package io.clausestream.connector.delivery.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.schema.ChannelKind;
import io.clausestream.schema.SubscriptionChannel;
import org.junit.jupiter.api.Test;

class DeliveryIdTest {

  private static final SubscriptionChannel SLACK =
      SubscriptionChannel.newBuilder().setKind(ChannelKind.SLACK).setSecret("team").build();

  @Test
  void isTheSameForEver() {
    // printf 'delivery\na1\nSLACK\n\nteam' | sha256sum
    assertThat(DeliveryId.of("a1", SLACK)).isEqualTo("d6da52e2fe80f85ac1adf9eea09448a1");
  }

  @Test
  void differsByMessageKindTargetAndSecret() {
    assertThat(DeliveryId.of("a1", SLACK))
        .isNotEqualTo(DeliveryId.of("a2", SLACK))
        .isNotEqualTo(DeliveryId.of("a1", Samples.channel(ChannelKind.SLACK, "")))
        .isNotEqualTo(DeliveryId.of("a1", Samples.channel(ChannelKind.FEED, "")))
        .isNotEqualTo(DeliveryId.of("a1", Samples.channel(ChannelKind.SLACK, "x")));
  }
}
