package io.clausestream.cli;

import io.clausestream.schema.BlockChange;
import io.clausestream.schema.BlockOperation;
import io.clausestream.schema.ChangeKind;
import io.clausestream.schema.Direction;
import io.clausestream.schema.HealthStatus;
import io.clausestream.schema.Lineage;
import io.clausestream.schema.Origin;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.PageVerification;
import io.clausestream.schema.PageVersion;
import io.clausestream.schema.ProvisionChange;
import io.clausestream.schema.QuantityChange;
import io.clausestream.schema.Reason;
import io.clausestream.schema.Severity;
import io.clausestream.schema.Side;
import io.clausestream.schema.SourceHealth;
import io.clausestream.schema.Span;
import io.clausestream.schema.Suppression;
import io.clausestream.schema.SuppressionVerdict;
import io.clausestream.schema.VerificationStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records as the engine makes them, for tests of how they are shown. */
public final class Records {

  private static final Instant FETCHED_AT = Instant.parse("2026-01-05T06:00:00Z");

  /** Id of the provision of {@link #change}. */
  public static final String SHARING = "p1";

  private static final Reason BINDS = new Reason("sharing.more", "New: 'will share' binds.");
  private static final Reason SLIGHT = new Reason("wording.slight", "Few words differ.");
  private static final Reason SUBJECT =
      new Reason("category.data-sharing", "The passage is about sharing.");

  private Records() {}

  /** A change of one word in one block: "may" becomes "will". */
  public static PageChange change() {
    return PageChange.newBuilder()
        .setChangeId("c1")
        .setAssessmentId("a1")
        .setDocumentId("Example/Terms of Service")
        .setPlatform("Example")
        .setDocumentType("Terms of Service")
        .setUrl("https://example.org/terms")
        .setFetchId("f2")
        .setKind(ChangeKind.SUBSTANTIVE)
        .setSeverity(Severity.HIGH)
        .setDirection(Direction.ADVERSE)
        .setCategories(List.of("data-sharing"))
        .setTitle("Example, Terms of Service: data-sharing")
        .setSummary(List.of("Under \"Sharing\", \"may\" becomes \"will\"."))
        .setReasons(List.of(BINDS, SLIGHT, SUBJECT))
        .setBlocks(
            List.of(
                of(
                    SHARING,
                    modified(
                        "We may share data.",
                        "We will share data.",
                        span(Side.BEFORE, 3, 6),
                        span(Side.AFTER, 3, 7),
                        new Span(Side.AFTER, 3, 13, "sharing.more"),
                        new Span(Side.AFTER, 8, 13, "data-sharing")))))
        .setPrevious(version(1, FETCHED_AT.minusSeconds(86_400)))
        .setCurrent(version(2, FETCHED_AT))
        .setDetectedAt(FETCHED_AT.plusSeconds(3_600))
        .setRuleSetVersion("1")
        .setCanonicalVersion(1)
        .setEngineVersion("test")
        .setOrigin(Origin.IMPORT)
        .setProvisions(List.of(provision(SHARING, Severity.HIGH, BINDS, SLIGHT, SUBJECT)))
        .setLanguage("en")
        .build();
  }

  /** A reworded provision. */
  public static ProvisionChange provision(
      @Nullable String id, Severity severity, Reason... reasons) {
    return ProvisionChange.newBuilder()
        .setProvisionId(id)
        .setLineage(Lineage.REWORDED)
        .setHeadingPath(List.of("Terms", "Sharing"))
        .setSeverity(severity)
        .setDirection(Direction.ADVERSE)
        .setCategories(List.of("data-sharing"))
        .setReasons(new ArrayList<>(List.of(reasons)))
        .setQuantities(List.of(new QuantityChange("1", "90", "MONTHS", "DAYS")))
        .setAuthorities(List.of("gdpr"))
        .setFirstSeen(FETCHED_AT.minusSeconds(86_400))
        .setLastChanged(FETCHED_AT)
        .build();
  }

  /** The block, as one of a provision. */
  public static BlockChange of(@Nullable String provisionId, BlockChange block) {
    block.setProvisionId(provisionId);
    return block;
  }

  /** A block whose words changed. */
  public static BlockChange modified(String before, String after, Span... spans) {
    return block(BlockOperation.MODIFIED, before, after, List.of(spans));
  }

  /** A block that is new. */
  public static BlockChange added(String after) {
    return block(BlockOperation.ADDED, null, after, List.of());
  }

  /** A block that is gone. */
  public static BlockChange removed(String before) {
    return block(BlockOperation.REMOVED, before, null, List.of());
  }

  /** Changed words. */
  public static Span span(Side side, int start, int end) {
    return new Span(side, start, end, null);
  }

  private static BlockChange block(
      BlockOperation operation, @Nullable String before, @Nullable String after, List<Span> spans) {
    return BlockChange.newBuilder()
        .setOperation(operation)
        .setHeadingPath(List.of("Terms", "Sharing"))
        .setCategories(List.of("data-sharing"))
        .setBefore(before)
        .setAfter(after)
        .setSpans(new ArrayList<>(spans))
        .build();
  }

  /** A fetch that did not alert. */
  public static Suppression suppression(
      SuppressionVerdict verdict, String reason, Instant fetchedAt, BlockChange... blocks) {
    return Suppression.newBuilder()
        .setFetchId("f" + fetchedAt.toEpochMilli())
        .setDocumentId("Example/Terms of Service")
        .setPlatform("Example")
        .setDocumentType("Terms of Service")
        .setUrl("https://example.org/terms")
        .setVerdict(verdict)
        .setKind(verdict == SuppressionVerdict.SUPPRESSED ? ChangeKind.COSMETIC : null)
        .setReason(reason)
        .setDetail("because of " + reason)
        .setBlocks(List.of(blocks))
        .setTextSha256("t9")
        .setFetchedAt(fetchedAt)
        .setDetectedAt(fetchedAt)
        .setRuleSetVersion("1")
        .setCanonicalVersion(1)
        .setEngineVersion("test")
        .setOrigin(Origin.IMPORT)
        .build();
  }

  /** A fetch that showed a version. */
  public static PageVerification verification(
      VerificationStatus status, long number, Instant fetchedAt) {
    return PageVerification.newBuilder()
        .setFetchId("f" + fetchedAt.toEpochMilli())
        .setDocumentId("Example/Terms of Service")
        .setPlatform("Example")
        .setDocumentType("Terms of Service")
        .setUrl("https://example.org/terms")
        .setStatus(status)
        .setVersion(version(number, fetchedAt))
        .setBodySha256("b")
        .setFetchedAt(fetchedAt)
        .setDetectedAt(fetchedAt)
        .setCanonicalVersion(1)
        .setEngineVersion("test")
        .setOrigin(Origin.IMPORT)
        .build();
  }

  /** The source of the document went, or came back. */
  public static SourceHealth health(HealthStatus status, Instant at) {
    return SourceHealth.newBuilder()
        .setHealthId("h")
        .setDocumentId("Example/Terms of Service")
        .setPlatform("Example")
        .setDocumentType("Terms of Service")
        .setUrl("https://example.org/terms")
        .setStatus(status)
        .setBadCaptures(3)
        .setFetchId("f" + at.toEpochMilli())
        .setSince(at)
        .setDetectedAt(at)
        .setEngineVersion("test")
        .setOrigin(Origin.IMPORT)
        .build();
  }

  private static PageVersion version(long number, Instant fetchedAt) {
    return PageVersion.newBuilder()
        .setNumber(number)
        .setTextSha256("t" + number)
        .setBodySha256("b" + number)
        .setFetchedAt(fetchedAt)
        .setContentType("text/html")
        .build();
  }
}
