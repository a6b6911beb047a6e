package io.clausestream.connector.delivery;

import io.clausestream.connector.testkit.Instants;
import io.clausestream.schema.Alert;
import io.clausestream.schema.BlockChange;
import io.clausestream.schema.BlockOperation;
import io.clausestream.schema.ChangeKind;
import io.clausestream.schema.ChannelKind;
import io.clausestream.schema.Digest;
import io.clausestream.schema.DigestEntry;
import io.clausestream.schema.Direction;
import io.clausestream.schema.Lineage;
import io.clausestream.schema.Origin;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.PageVersion;
import io.clausestream.schema.ProvisionChange;
import io.clausestream.schema.QuantityChange;
import io.clausestream.schema.Reason;
import io.clausestream.schema.Severity;
import io.clausestream.schema.Side;
import io.clausestream.schema.Span;
import io.clausestream.schema.SubscriptionChannel;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Messages of invented platforms, with every field set. */
public final class Samples {

  /** Who reads English in Berlin. */
  public static final Recipient READER =
      new Recipient("reader@quillstead.example", Locale.ENGLISH, ZoneId.of("Europe/Berlin"));

  /** What a page could say to break a channel. */
  public static final String HOSTILE =
      "<script>alert(1)</script><img src=x onerror=alert(2)>\" ' &amp; <!channel> <@U1> <https://evil.example|click>"
          + "\r\nBcc: victim@quillstead.example\r\n\r\n. \u202Egnp.exe\u202C \u0000\u0007\u001B[31m ]]> {{x}} ${y}";

  private static final String BEFORE =
      "You may end your subscription at any time. We refund fees within 30 days.";
  private static final String AFTER =
      "You may end your subscription once a year. We may refund fees within 90 days.";

  private Samples() {}

  public static Message alert() {
    return new Message.OfAlert(alertOf("a1", change("c1", BEFORE, AFTER), null, null, null));
  }

  public static Message update() {
    return new Message.OfAlert(alertOf("a2", change("c2", BEFORE, AFTER), "a1", null, null));
  }

  public static Message retraction() {
    return new Message.OfAlert(
        alertOf(
            "a3",
            change("c1", BEFORE, AFTER),
            null,
            "a1",
            "The page was a draft that the platform withdrew."));
  }

  /** An alert whose every text from the page is hostile. */
  public static Message hostileAlert() {
    PageChange change = change("c9", HOSTILE, HOSTILE + " more");
    change.setTitle("Marrowby, " + HOSTILE);
    change.setSummary(List.of(HOSTILE));
    change.setReasons(List.of(new Reason("r", HOSTILE)));
    change.setPlatform("Marrowby " + HOSTILE);
    change.setDocumentType(HOSTILE);
    change.setUrl("javascript:alert(1)//" + HOSTILE);
    change.getProvisions().get(0).setHeadingPath(List.of(HOSTILE));
    change.getBlocks().get(0).setHeadingPath(List.of(HOSTILE));
    change.getBlocks().get(0).setSpans(List.of(new Span(Side.AFTER, 3, 30, null)));
    return new Message.OfAlert(alertOf("a9", change, HOSTILE, "a1", HOSTILE));
  }

  /** An alert with so many changed blocks. */
  public static Message largeAlert(int blocks) {
    PageChange change = change("c8", BEFORE, AFTER);
    List<BlockChange> many = new ArrayList<>();
    for (int i = 0; i < blocks; i++) {
      many.add(block(BEFORE + " " + i, AFTER + " " + i));
    }
    change.setBlocks(many);
    return new Message.OfAlert(alertOf("a8", change, null, null, null));
  }

  public static Message digest() {
    return digest(
        List.of(
            entry("1", "Marrowby", Severity.HIGH, null),
            entry("2", "Quillstead", Severity.MEDIUM, "The page was a draft."),
            entry("3", "Tarnholm", Severity.LOW, null)));
  }

  public static Message hostileDigest() {
    DigestEntry entry = entry("9", "Marrowby " + HOSTILE, Severity.HIGH, HOSTILE);
    entry.setTitle(HOSTILE);
    entry.setSummary(List.of(HOSTILE));
    entry.setUrl("javascript:alert(1)");
    return digest(List.of(entry));
  }

  public static Message digest(List<DigestEntry> entries) {
    return new Message.OfDigest(
        Digest.newBuilder()
            .setDigestId("d1")
            .setSubscriberId(READER.subscriberId())
            .setFrom(Instant.parse("2025-12-29T07:00:00Z"))
            .setUntil(Instant.parse("2026-01-05T07:00:00Z"))
            .setTimeZone("Europe/Berlin")
            .setHighs(1)
            .setMediums(1)
            .setLows(1)
            .setEntries(entries)
            .setEntriesOmitted(2)
            .setEngineVersion("0.1.0")
            .build());
  }

  public static DigestEntry entry(
      String id, String platform, Severity severity, @Nullable String correction) {
    return DigestEntry.newBuilder()
        .setChangeId("c" + id)
        .setAlertId("a" + id)
        .setPlatform(platform)
        .setDocumentId(platform + "/Terms of Service")
        .setDocumentType("Terms of Service")
        .setUrl("https://marrowby.example/terms?a=1&b=2")
        .setSeverity(severity)
        .setDirection(Direction.ADVERSE)
        .setCategories(List.of("refunds-and-payouts"))
        .setTitle(platform + ", Terms of Service: refunds-and-payouts")
        .setSummary(List.of("Under “Refunds”, “30 days” becomes “90 days”."))
        .setFetchedAt(Instants.MONDAY_0600)
        .setDetectedAt(Instants.MONDAY_0700)
        .setUpdates(null)
        .setCorrection(correction)
        .build();
  }

  private static Alert alertOf(
      String id,
      PageChange change,
      @Nullable String updates,
      @Nullable String retracts,
      @Nullable String correction) {
    return Alert.newBuilder()
        .setAlertId(id)
        .setSubscriberId(READER.subscriberId())
        .setSeverity(Severity.HIGH)
        .setAlertedAt(Instants.MONDAY_0700)
        .setChange(change)
        .setUpdates(updates)
        .setRetracts(retracts)
        .setCorrection(correction)
        .build();
  }

  /** A change of one provision from one text to another. */
  public static PageChange change(String id, String before, String after) {
    return PageChange.newBuilder()
        .setChangeId(id)
        .setAssessmentId("as1")
        .setDocumentId("Marrowby/Terms of Service")
        .setPlatform("Marrowby")
        .setDocumentType("Terms of Service")
        .setUrl("https://marrowby.example/terms?a=1&b=2")
        .setFetchId("f1")
        .setKind(ChangeKind.SUBSTANTIVE)
        .setSeverity(Severity.HIGH)
        .setDirection(Direction.ADVERSE)
        .setCategories(List.of("refunds-and-payouts"))
        .setTitle("Marrowby, Terms of Service: refunds-and-payouts")
        .setSummary(List.of("Under “Refunds”, “30 days” becomes “90 days”."))
        .setReasons(List.of(new Reason("longer-delay", "A longer delay serves the platform.")))
        .setBlocks(List.of(block(before, after)))
        .setBlocksOmitted(0)
        .setPrevious(version(1))
        .setCurrent(version(2))
        .setEffectiveDate(LocalDate.parse("2026-02-01"))
        .setNoticeDays(27)
        .setDetectedAt(Instants.MONDAY_0700)
        .setRuleSetVersion("1")
        .setCanonicalVersion(1)
        .setEngineVersion("0.1.0")
        .setOrigin(Origin.LIVE)
        .setProvisions(List.of(provision()))
        .setProvisionsOmitted(0)
        .setLanguage("en")
        .setRetroactive(true)
        .build();
  }

  private static ProvisionChange provision() {
    return ProvisionChange.newBuilder()
        .setProvisionId("p1")
        .setLineage(Lineage.REWORDED)
        .setHeadingPath(List.of("Your account", "Refunds"))
        .setSeverity(Severity.HIGH)
        .setDirection(Direction.ADVERSE)
        .setCategories(List.of("refunds-and-payouts"))
        .setReasons(List.of(new Reason("longer-delay", "A longer delay serves the platform.")))
        .setQuantities(List.of(new QuantityChange("30", "90", "DAYS", "DAYS")))
        .setAuthorities(List.of("gdpr"))
        .setRetroactive(true)
        .setFirstSeen(Instants.MONDAY_0600)
        .setLastChanged(Instants.MONDAY_0600)
        .build();
  }

  private static BlockChange block(String before, String after) {
    return BlockChange.newBuilder()
        .setOperation(BlockOperation.MODIFIED)
        .setProvisionId("p1")
        .setHeadingPath(List.of("Your account", "Refunds"))
        .setCategories(List.of("refunds-and-payouts"))
        .setBefore(before)
        .setAfter(after)
        .setSpans(spans())
        .build();
  }

  /** Of the usual texts; "30", "90" and the words that were exchanged. */
  private static List<Span> spans() {
    return List.of(
        new Span(Side.BEFORE, 30, 41, null),
        new Span(Side.BEFORE, 65, 67, null),
        new Span(Side.BEFORE, 65, 72, "longer-delay"),
        new Span(Side.AFTER, 30, 41, null),
        new Span(Side.AFTER, 46, 49, null),
        new Span(Side.AFTER, 69, 71, null));
  }

  private static PageVersion version(long number) {
    return PageVersion.newBuilder()
        .setNumber(number)
        .setTextSha256("1f".repeat(32))
        .setBodySha256("2e".repeat(32))
        .setFetchedAt(Instants.MONDAY_0600)
        .setContentType("text/html")
        .build();
  }

  public static SubscriptionChannel channel(
      ChannelKind kind, String target, @Nullable String secret) {
    return new SubscriptionChannel(kind, target, secret);
  }
}
