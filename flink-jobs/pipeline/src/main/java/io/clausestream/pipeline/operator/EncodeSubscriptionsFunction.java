package io.clausestream.pipeline.operator;

import io.clausestream.connector.kafka.OutboundRecord;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.pipeline.wire.Envelope;
import io.clausestream.pipeline.wire.SubscriptionNews;
import io.clausestream.schema.Subscription;
import io.clausestream.schema.WireCodec;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.jspecify.annotations.Nullable;

/** Encodes admitted terms for the sink of all topics; who was forgotten has no value there. */
public final class EncodeSubscriptionsFunction
    extends RichMapFunction<SubscriptionNews, OutboundRecord> {

  private static final long serialVersionUID = 1;

  private transient @Nullable WireCodec<Subscription> codec;

  @Override
  public void open(OpenContext context) {
    codec = WireCodec.of(Subscription.class);
  }

  @Override
  public OutboundRecord map(SubscriptionNews news) {
    Envelope envelope = Envelope.of(news);
    Subscription subscription = news.subscription();
    return new OutboundRecord(
        TopicCatalogue.SUBSCRIPTIONS.name(),
        envelope.key(),
        subscription == null
            ? null
            : Objects.requireNonNull(codec, "open was not called").encode(subscription),
        envelope.time().toEpochMilli(),
        envelope.id(),
        TopicCatalogue.SUBSCRIPTIONS.eventType(),
        envelope.source(),
        envelope.time(),
        envelope.subject());
  }
}
