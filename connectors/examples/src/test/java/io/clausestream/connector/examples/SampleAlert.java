package io.clausestream.connector.examples;

import io.clausestream.schema.Alert;
import io.clausestream.schema.BlockChange;
import io.clausestream.schema.BlockOperation;
import io.clausestream.schema.ChangeKind;
import io.clausestream.schema.Direction;
import io.clausestream.schema.Origin;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.PageVersion;
import io.clausestream.schema.Reason;
import io.clausestream.schema.Severity;
import io.clausestream.schema.Side;
import io.clausestream.schema.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** An alert with every field set. */
final class SampleAlert {

  private static final Instant AT = Instant.parse("2026-01-05T06:00:00.123Z");

  private SampleAlert() {}

  static Alert withId(String id) {
    return Alert.newBuilder()
        .setAlertId(id)
        .setSubscriberId("you")
        .setSeverity(Severity.HIGH)
        .setAlertedAt(AT)
        .setChange(change())
        .build();
  }

  private static PageChange change() {
    return PageChange.newBuilder()
        .setChangeId("c")
        .setAssessmentId("a")
        .setDocumentId("Marrowby/Terms")
        .setPlatform("Marrowby")
        .setDocumentType("Terms")
        .setUrl("https://marrowby.example/terms")
        .setFetchId("f")
        .setKind(ChangeKind.SUBSTANTIVE)
        .setSeverity(Severity.HIGH)
        .setDirection(Direction.ADVERSE)
        .setCategories(List.of("liability"))
        .setTitle("Die Größe der Haftung")
        .setSummary(List.of("Less."))
        .setReasons(List.of(new Reason("rule", "Because.")))
        .setBlocks(List.of(block()))
        .setBlocksOmitted(0)
        .setPrevious(version(1))
        .setCurrent(version(2))
        .setEffectiveDate(LocalDate.parse("2026-02-01"))
        .setNoticeDays(27)
        .setDetectedAt(AT)
        .setRuleSetVersion("1")
        .setCanonicalVersion(1)
        .setEngineVersion("0.1.0")
        .setOrigin(Origin.LIVE)
        .build();
  }

  private static BlockChange block() {
    return BlockChange.newBuilder()
        .setOperation(BlockOperation.MODIFIED)
        .setProvisionId("p")
        .setHeadingPath(List.of("Terms"))
        .setCategories(List.of("liability"))
        .setBefore("500 USD")
        .setAfter("100 USD")
        .setSpans(List.of(new Span(Side.AFTER, 0, 3, null)))
        .build();
  }

  private static PageVersion version(long number) {
    return PageVersion.newBuilder()
        .setNumber(number)
        .setTextSha256("t")
        .setBodySha256("b")
        .setFetchedAt(AT)
        .setContentType("text/html")
        .build();
  }
}
