package io.clausestream.pipeline.wire;

import io.clausestream.core.canonical.Canonicalizer;
import io.clausestream.core.change.Finding;
import io.clausestream.core.page.PageRef;
import io.clausestream.schema.BlockChange;
import io.clausestream.schema.ChangeKind;
import io.clausestream.schema.Origin;
import io.clausestream.schema.Suppression;
import io.clausestream.schema.SuppressionVerdict;
import java.util.List;

/** A suppression to the wire. Stateless. */
public final class SuppressionMapper {

  private SuppressionMapper() {}

  /**
   * The record of a suppression; blocks beyond its size are left out and counted.
   *
   * @param suppressed what was found
   * @param ruleSetVersion version of the rules in force
   */
  public static Suppression toWire(Finding.Suppressed suppressed, String ruleSetVersion) {
    PageRef ref = suppressed.ref();
    List<BlockChange> blocks = BlockChangeMapper.suppressed(suppressed.hunks());
    return Suppression.newBuilder()
        .setFetchId(ref.fetchId())
        .setDocumentId(ref.documentId())
        .setPlatform(ref.platform())
        .setDocumentType(ref.documentType())
        .setUrl(ref.url().toString())
        .setVerdict(SuppressionVerdict.valueOf(suppressed.cause().name()))
        .setKind(suppressed.kind().map(kind -> ChangeKind.valueOf(kind.name())).orElse(null))
        .setReason(suppressed.reason())
        .setDetail(suppressed.detail())
        .setBlocks(blocks)
        .setBlocksOmitted(suppressed.hunks().size() - blocks.size())
        .setPreviousTextSha256(suppressed.previousText().orElse(null))
        .setTextSha256(suppressed.text().orElse(null))
        .setBodySha256(suppressed.bodyHash().orElse(null))
        .setFetchedAt(ref.fetchedAt())
        .setDetectedAt(suppressed.detectedAt())
        .setRuleSetVersion(ruleSetVersion)
        .setCanonicalVersion(Canonicalizer.VERSION)
        .setEngineVersion(EngineVersion.current())
        .setOrigin(Origin.valueOf(ref.origin().name()))
        .build();
  }
}
