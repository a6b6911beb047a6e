package io.clausestream.pipeline.operator;

import io.clausestream.connector.kafka.KafkaRecord;
import io.clausestream.core.rules.KnownVersion;
import io.clausestream.core.rules.RuleAdmission;
import io.clausestream.core.rules.RuleAdmission.Decision;
import io.clausestream.core.rules.RuleRefusal;
import io.clausestream.core.rules.RuleRequest;
import io.clausestream.core.rules.ShippedRules;
import io.clausestream.pipeline.OperatorIds;
import io.clausestream.pipeline.state.AdmittedRulesCodec;
import io.clausestream.pipeline.wire.RefusalMapper;
import io.clausestream.pipeline.wire.RuleMapper;
import io.clausestream.schema.Rule;
import io.clausestream.schema.WireCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Admits or refuses versions of the rules, keyed by the key of the request's record. What was
 * admitted is its output, what was not goes to {@link SideOutputs#REFUSALS}. No request makes it
 * fail, and one for an unknown set leaves no state.
 */
public final class AdmitRulesFunction extends KeyedProcessFunction<String, KafkaRecord, Rule> {

  private static final long serialVersionUID = 1;

  private final Duration guard;
  private transient @Nullable Opened opened;

  private record Opened(
      RuleAdmission admission,
      WireCodec<io.clausestream.schema.RuleRequest> requests,
      AdmittedRulesCodec codec,
      ValueState<byte[]> admitted) {}

  /**
   * Admits what is recorded in time.
   *
   * @param guard how far ahead of its effect a version must be recorded
   */
  public AdmitRulesFunction(Duration guard) {
    this.guard = guard;
  }

  /** The key of a request: that of its record, empty where it has none. */
  public static String key(KafkaRecord record) {
    return RefusalMapper.key(record);
  }

  @Override
  public void open(OpenContext context) {
    opened =
        new Opened(
            new RuleAdmission(ShippedRules.get(), guard),
            WireCodec.of(io.clausestream.schema.RuleRequest.class),
            new AdmittedRulesCodec(),
            getRuntimeContext()
                .getState(
                    new ValueStateDescriptor<>(
                        OperatorIds.STATE_ADMITTED,
                        PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO)));
  }

  @Override
  public void processElement(KafkaRecord record, Context context, Collector<Rule> out)
      throws Exception {
    Optional<io.clausestream.schema.RuleRequest> request =
        DecodedRequest.of(
            record,
            opened().requests(),
            (reason, detail) -> refuse(record, null, reason, detail, context));
    if (request.isPresent()) {
      decide(record, request.get(), context, out);
    }
  }

  private void decide(
      KafkaRecord record,
      io.clausestream.schema.RuleRequest wire,
      Context context,
      Collector<Rule> out)
      throws Exception {
    if (!wire.getRuleSetId().equals(RefusalMapper.key(record))) {
      String detail = "The key of the record is not its ruleSetId; make it the same.";
      refuse(record, wire, RuleRefusal.Reason.REQUEST_DIFFERS.name(), detail, context);
      return;
    }
    List<KnownVersion> before = admitted();
    RuleRequest request = RuleMapper.toCore(wire, record);
    Decision decision = opened().admission().decide(request, before);
    if (decision.refusal().isPresent()) {
      RuleRefusal refusal = decision.refusal().get();
      refuse(record, wire, refusal.reason().name(), refusal.detail(), context);
    } else if (!decision.known()) {
      KnownVersion admitted = KnownVersion.of(decision.admitted().orElseThrow());
      List<KnownVersion> after = new ArrayList<>(before);
      decision.displaced().ifPresent(after::remove);
      after.add(admitted);
      opened().admitted().update(opened().codec().encode(after));
      out.collect(RuleMapper.admitted(wire, admitted.digest(), request.recordedAt()));
    }
  }

  private List<KnownVersion> admitted() throws Exception {
    byte[] stored = opened().admitted().value();
    return stored == null ? List.of() : opened().codec().decode(stored);
  }

  private static void refuse(
      KafkaRecord record,
      io.clausestream.schema.@Nullable RuleRequest wire,
      String reason,
      String detail,
      Context context) {
    context.output(SideOutputs.REFUSALS, RefusalMapper.ofRules(record, wire, reason, detail));
  }

  private Opened opened() {
    return Objects.requireNonNull(opened, "open was not called");
  }
}
