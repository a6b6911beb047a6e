package io.clausestream.pipeline.wire;

import io.clausestream.core.page.PageRef;
import io.clausestream.core.severity.Assessment;
import io.clausestream.schema.BlockChange;
import io.clausestream.schema.ChangeKind;
import io.clausestream.schema.Direction;
import io.clausestream.schema.Origin;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.Reason;
import io.clausestream.schema.Severity;
import java.util.List;

/** A change to the wire. Stateless. */
public final class PageChangeMapper {

  private PageChangeMapper() {}

  /** The record of a change; blocks beyond its size are left out and counted. */
  public static PageChange toWire(io.clausestream.core.severity.PageChange change) {
    PageRef ref = change.ref();
    Assessment assessment = change.assessment();
    List<BlockChange> blocks = BlockChangeMapper.assessed(assessment.blocks(), change.provisions());
    return PageChange.newBuilder()
        .setChangeId(change.changeId())
        .setAssessmentId(change.assessmentId())
        .setDocumentId(ref.documentId())
        .setPlatform(ref.platform())
        .setDocumentType(ref.documentType())
        .setUrl(ref.url().toString())
        .setFetchId(ref.fetchId())
        .setKind(ChangeKind.valueOf(change.kind().name()))
        .setSeverity(Severity.valueOf(assessment.severity().name()))
        .setDirection(Direction.valueOf(assessment.direction().name()))
        .setCategories(assessment.categories())
        .setTitle(change.summary().title())
        .setSummary(change.summary().sentences())
        .setReasons(reasons(assessment))
        .setBlocks(blocks)
        .setBlocksOmitted(assessment.blocks().size() - blocks.size())
        .setPrevious(PageVersionMapper.toWire(change.previous()))
        .setCurrent(PageVersionMapper.toWire(change.current()))
        .setEffectiveDate(null)
        .setNoticeDays(null)
        .setDetectedAt(change.detectedAt())
        .setRuleSetVersion(assessment.ruleSetVersion())
        .setCanonicalVersion(change.current().canonicalVersion())
        .setEngineVersion(EngineVersion.current())
        .setOrigin(Origin.valueOf(ref.origin().name()))
        .build();
  }

  private static List<Reason> reasons(Assessment assessment) {
    return assessment.reasons().stream()
        .map(reason -> new Reason(reason.ruleId(), reason.sentence()))
        .toList();
  }
}
