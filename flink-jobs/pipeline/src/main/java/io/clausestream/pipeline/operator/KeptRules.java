package io.clausestream.pipeline.operator;

import io.clausestream.core.rules.RuleAdmission;
import io.clausestream.core.rules.RuleBook;
import io.clausestream.pipeline.OperatorIds;
import io.clausestream.pipeline.state.KeptRulesCodec;
import io.clausestream.schema.Rule;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;

/** The admitted versions in the broadcast state of an operator. One thread. */
public final class KeptRules {

  /** The broadcast state: a version by id@version. */
  public static final MapStateDescriptor<String, byte[]> STATE =
      new MapStateDescriptor<>(
          OperatorIds.STATE_RULES,
          Types.STRING,
          PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);

  private final RuleBook beginning;
  private final KeptRulesCodec codec = new KeptRulesCodec();

  KeptRules(RuleBook beginning) {
    this.beginning = beginning;
  }

  /** Keeps a version; beyond their number the oldest goes, as it went in the admission. */
  void put(Rule rule, BroadcastState<String, byte[]> state) throws Exception {
    state.put(rule.getRuleSetId() + "@" + rule.getVersion(), codec.encode(rule));
    Map<String, RuleBook.Version> all = new HashMap<>();
    for (Map.Entry<String, byte[]> entry : state.immutableEntries()) {
      all.put(entry.getKey(), codec.decode(entry.getValue()));
    }
    if (all.size() > RuleAdmission.MAX_VERSIONS) {
      Comparator<Map.Entry<String, RuleBook.Version>> byAge =
          Comparator.comparing(entry -> entry.getValue().effectiveFrom());
      state.remove(all.entrySet().stream().min(byAge).orElseThrow().getKey());
    }
  }

  /** The versions that the operator began with, and those that are kept. */
  RuleBook book(ReadOnlyBroadcastState<String, byte[]> state) throws Exception {
    RuleBook book = beginning;
    for (Map.Entry<String, byte[]> entry : state.immutableEntries()) {
      book = book.with(codec.decode(entry.getValue()));
    }
    return book;
  }
}
