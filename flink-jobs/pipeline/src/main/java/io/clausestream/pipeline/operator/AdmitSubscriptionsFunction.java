package io.clausestream.pipeline.operator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clausestream.connector.kafka.KafkaRecord;
import io.clausestream.core.subscription.Plans;
import io.clausestream.core.subscription.SubscriptionAdmission;
import io.clausestream.core.subscription.SubscriptionRefusal;
import io.clausestream.core.subscription.SubscriptionRefusal.Reason;
import io.clausestream.pipeline.OperatorIds;
import io.clausestream.pipeline.metrics.SubscriptionMetrics;
import io.clausestream.pipeline.wire.RefusalMapper;
import io.clausestream.pipeline.wire.SubscriptionMapper;
import io.clausestream.pipeline.wire.SubscriptionNews;
import io.clausestream.schema.SubscriptionRequest;
import io.clausestream.schema.WireCodec;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Admits or refuses terms of subscribers, keyed by the key of the request's record. What was
 * admitted and who was forgotten is its output, what was refused goes to {@link
 * SideOutputs#REFUSALS}. No request makes it fail; a refused or forgotten one leaves no state.
 */
public final class AdmitSubscriptionsFunction
    extends KeyedProcessFunction<String, KafkaRecord, SubscriptionNews> {

  private static final long serialVersionUID = 1;

  /** With this, what is admitted fits its topic, however well the request was compressed. */
  private static final int MAX_REQUEST_BYTES = 512 << 10;

  private final @Nullable String plansFile;
  private transient @Nullable Opened opened;

  private record Opened(
      SubscriptionAdmission admission,
      WireCodec<SubscriptionRequest> requests,
      SubscriptionMetrics metrics,
      ValueState<Long> decided) {}

  /**
   * Admits by plans.
   *
   * @param plansFile text of a file of plans; empty for the shipped ones
   */
  public AdmitSubscriptionsFunction(Optional<String> plansFile) {
    this.plansFile = plansFile.orElse(null);
  }

  /** The key of a request: that of its record, empty where it has none. */
  public static String key(KafkaRecord record) {
    return RefusalMapper.key(record);
  }

  @Override
  public void open(OpenContext context) {
    opened =
        new Opened(
            new SubscriptionAdmission(plansFile == null ? Plans.shipped() : Plans.parse(plansFile)),
            WireCodec.of(SubscriptionRequest.class),
            new SubscriptionMetrics(getRuntimeContext().getMetricGroup()),
            getRuntimeContext()
                .getState(new ValueStateDescriptor<>(OperatorIds.STATE_DECIDED, Types.LONG)));
  }

  @Override
  public void processElement(KafkaRecord record, Context context, Collector<SubscriptionNews> out)
      throws Exception {
    byte[] value = record.value();
    if (value == null) {
      forget(record, context, out);
    } else if (value.length > MAX_REQUEST_BYTES) {
      refuse(
          record,
          null,
          Reason.TOO_LARGE,
          "The request has %d bytes, but %d is the most; shorten its lists."
              .formatted(value.length, MAX_REQUEST_BYTES),
          context);
    } else {
      Optional<SubscriptionRequest> request =
          DecodedRequest.of(
              record,
              opened().requests(),
              (reason, detail) -> refuse(record, null, reason, detail, context));
      if (request.isPresent()) {
        check(record, request.get(), context, out);
      }
    }
  }

  private void forget(KafkaRecord record, Context context, Collector<SubscriptionNews> out)
      throws Exception {
    Optional<SubscriptionRefusal> fault =
        SubscriptionAdmission.checkId(key(record)).or(() -> checkKey(record, key(record)));
    if (fault.isPresent()) {
      refuse(record, null, fault.get().reason(), fault.get().detail(), context);
    } else {
      opened().decided().clear();
      opened().metrics().forgotten();
      out.collect(
          new SubscriptionNews(
              key(record), null, newsId(record), RefusalMapper.recordedAt(record).toEpochMilli()));
    }
  }

  private void check(
      KafkaRecord record,
      SubscriptionRequest wire,
      Context context,
      Collector<SubscriptionNews> out)
      throws Exception {
    Optional<SubscriptionRefusal> fault = checkKey(record, wire.getSubscriberId());
    if (fault.isPresent()) {
      refuse(record, wire, fault.get().reason(), fault.get().detail(), context);
    } else if (isInOrder(record, wire, context)) {
      decide(record, wire, context, out);
    }
  }

  private void decide(
      KafkaRecord record,
      SubscriptionRequest wire,
      Context context,
      Collector<SubscriptionNews> out)
      throws Exception {
    io.clausestream.core.subscription.SubscriptionRequest request;
    try {
      request = SubscriptionMapper.toCore(wire);
    } catch (IllegalArgumentException e) {
      refuse(record, wire, Reason.UNKNOWN_VALUE, String.valueOf(e.getMessage()), context);
      return;
    }
    SubscriptionAdmission.Decision decision =
        opened().admission().decide(request, RefusalMapper.recordedAt(record));
    if (decision.refusal().isPresent()) {
      SubscriptionRefusal refusal = decision.refusal().get();
      refuse(record, wire, refusal.reason(), refusal.detail(), context);
      return;
    }
    opened().decided().update(record.offset());
    opened().metrics().admitted();
    out.collect(
        new SubscriptionNews(
            wire.getSubscriberId(),
            SubscriptionMapper.admitted(wire, decision.admitted().orElseThrow(), record),
            newsId(record),
            RefusalMapper.recordedAt(record).toEpochMilli()));
  }

  /** Bytes, not text: a key that is no UTF-8 is nobody's id. */
  private static Optional<SubscriptionRefusal> checkKey(KafkaRecord record, String subscriberId) {
    return Arrays.equals(record.key(), subscriberId.getBytes(UTF_8))
        ? Optional.empty()
        : Optional.of(
            new SubscriptionRefusal(
                Reason.REQUEST_DIFFERS,
                "The key of the record is not its subscriberId in UTF-8; make it the same."));
  }

  /** Offsets of a subscriber grow, unless somebody gave the topic other partitions. */
  private boolean isInOrder(KafkaRecord record, SubscriptionRequest wire, Context context)
      throws Exception {
    Long decided = opened().decided().value();
    if (decided == null || record.offset() > decided) {
      return true;
    }
    refuse(
        record,
        wire,
        Reason.OUT_OF_ORDER,
        ("The request stands at offset %d of partition %d, but one at offset %d was admitted before;"
                + " leave the partitions of %s as they are, forget the subscriber and ask again.")
            .formatted(record.offset(), record.partition(), decided, record.topic()),
        context);
    return false;
  }

  private void refuse(
      KafkaRecord record,
      @Nullable SubscriptionRequest wire,
      Reason reason,
      String detail,
      Context context) {
    refuse(record, wire, reason.name(), detail, context);
  }

  private void refuse(
      KafkaRecord record,
      @Nullable SubscriptionRequest wire,
      String reason,
      String detail,
      Context context) {
    opened().metrics().refused(reason);
    context.output(
        SideOutputs.REFUSALS, RefusalMapper.ofSubscriptions(record, wire, reason, detail));
  }

  private static String newsId(KafkaRecord record) {
    return record.topic() + "-" + record.partition() + "-" + record.offset();
  }

  private Opened opened() {
    return Objects.requireNonNull(opened, "open was not called");
  }
}
