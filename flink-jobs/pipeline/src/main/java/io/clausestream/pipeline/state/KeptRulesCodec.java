package io.clausestream.pipeline.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clausestream.core.rules.RuleBook;
import io.clausestream.core.rules.RuleFile;
import io.clausestream.core.rules.RuleSet;
import io.clausestream.pipeline.OperatorIds;
import io.clausestream.pipeline.wire.ZstdText;
import io.clausestream.schema.Rule;
import io.clausestream.schema.state.KeptRules;
import java.nio.ByteBuffer;

/**
 * State 'rules': a version that was admitted, with its file compressed, which is read again only
 * when a fetch needs it. One thread.
 */
public final class KeptRulesCodec {

  static final int VERSION = 1;

  private final VersionedAvro<KeptRules> avro =
      new VersionedAvro<>(OperatorIds.STATE_RULES, KeptRules.class, VERSION);

  /** A codec. */
  public KeptRulesCodec() {}

  /** The stored form of an admitted version. */
  public byte[] encode(Rule rule) {
    return avro.encode(
        new KeptRules(
            rule.getVersion(),
            Millis.of(rule.getEffectiveFrom()),
            ByteBuffer.wrap(ZstdText.compress(rule.getText().getBytes(UTF_8)))));
  }

  /**
   * The version.
   *
   * @throws UnknownStateVersionException if a newer release wrote it
   */
  public RuleBook.Version decode(byte[] stored) {
    KeptRules kept = avro.decode(stored);
    byte[] text = new byte[kept.getText().remaining()];
    kept.getText().duplicate().get(text);
    return new RuleBook.Version(
        kept.getVersion(), Millis.toInstant(kept.getEffectiveFrom()), () -> rules(text));
  }

  private static RuleSet rules(byte[] text) {
    return RuleFile.read(new String(ZstdText.decompress(text), UTF_8)).orThrow();
  }
}
