package io.clausestream.pipeline.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clausestream.core.prevalence.CategoryDay;
import io.clausestream.schema.Alert;
import io.clausestream.schema.DeadLetter;
import io.clausestream.schema.Digest;
import io.clausestream.schema.LateAlert;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.PageVerification;
import io.clausestream.schema.Prevalence;
import io.clausestream.schema.Refusal;
import io.clausestream.schema.Rule;
import io.clausestream.schema.SourceHealth;
import io.clausestream.schema.Suppression;
import io.clausestream.schema.SuppressionVerdict;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What stands around a record on its topic: the key, and the attributes of a CloudEvent.
 *
 * @param key the Kafka key
 * @param id the record's stable id
 * @param source who says so: a path under the engine
 * @param time when it happened, in the time of the fetches
 * @param subject the document; null when it is not known, or when there is none
 */
@SuppressWarnings("ArrayRecordComponent")
public record Envelope(
    byte[] key, String id, String source, Instant time, @Nullable String subject) {

  private static final String HISTORY = "/history";

  /** The envelope of a change. */
  public static Envelope of(PageChange change) {
    return ofPlatform(
        change.getPlatform(), change.getChangeId(), change.getDetectedAt(), change.getDocumentId());
  }

  /** The envelope of a verification. */
  public static Envelope of(PageVerification seen) {
    return ofPlatform(
        seen.getPlatform(), seen.getFetchId(), seen.getDetectedAt(), seen.getDocumentId());
  }

  /** The envelope of a suppression: a fetch that came again has its real verdict under its id. */
  public static Envelope of(Suppression quiet) {
    boolean again =
        quiet.getVerdict() == SuppressionVerdict.DUPLICATE
            || quiet.getVerdict() == SuppressionVerdict.LATE;
    String id = again ? quiet.getFetchId() + "-" + quiet.getVerdict() : quiet.getFetchId();
    return ofPlatform(quiet.getPlatform(), id, quiet.getDetectedAt(), quiet.getDocumentId());
  }

  /** The envelope of a change of health. */
  public static Envelope of(SourceHealth health) {
    return ofPlatform(
        health.getPlatform(), health.getHealthId(), health.getDetectedAt(), health.getDocumentId());
  }

  /** The envelope of an alert: its key is the subscriber. */
  public static Envelope of(Alert alert) {
    PageChange change = alert.getChange();
    return new Envelope(
        alert.getSubscriberId().getBytes(UTF_8),
        alert.getAlertId(),
        platform(change.getPlatform()),
        alert.getAlertedAt(),
        change.getDocumentId());
  }

  /** The envelope of an objective that was missed: its key is the subscriber. */
  public static Envelope of(LateAlert late) {
    return new Envelope(
        late.getSubscriberId().getBytes(UTF_8),
        late.getLateId(),
        platform(late.getPlatform()),
        late.getToldAt(),
        late.getDocumentId());
  }

  /** The envelope of a digest: its key is the subscriber, its time the end of the week. */
  public static Envelope of(Digest digest) {
    return new Envelope(
        digest.getSubscriberId().getBytes(UTF_8),
        digest.getDigestId(),
        "/subscribers/" + encoded(digest.getSubscriberId()),
        digest.getUntil().minusMillis(1),
        null);
  }

  /** The envelope of a count across platforms: its key is the category, its time the day's end. */
  public static Envelope of(Prevalence count) {
    return new Envelope(
        count.getCategory().getBytes(UTF_8),
        count.getPrevalenceId(),
        "/categories/" + encoded(count.getCategory()),
        CategoryDay.endOf(count.getDay()).minusMillis(1),
        null);
  }

  /** The envelope of a dead letter: its key is the one that came, or else the place. */
  public static Envelope of(DeadLetter letter) {
    String source =
        letter.getTopic() == null
            ? HISTORY
            : "/topics/" + letter.getTopic() + "/" + letter.getPartition();
    ByteBuffer key = letter.getKey();
    return new Envelope(
        key == null ? source.getBytes(UTF_8) : bytes(key),
        letter.getDeadLetterId(),
        source,
        letter.getRecordTimestamp() == null ? Instant.EPOCH : letter.getRecordTimestamp(),
        letter.getDocumentId());
  }

  /** The envelope of an admitted version: its key is the version with its set. */
  public static Envelope of(Rule rule) {
    String key = rule.getRuleSetId() + "@" + rule.getVersion();
    return new Envelope(
        key.getBytes(UTF_8), key, "/rules/" + rule.getRuleSetId(), rule.getAdmittedAt(), key);
  }

  /** The envelope of admitted terms, or of their end: its key is the subscriber. */
  public static Envelope of(SubscriptionNews news) {
    return new Envelope(
        news.subscriberId().getBytes(UTF_8),
        news.newsId(),
        "/subscriptions",
        Instant.ofEpochMilli(news.recordedAt()),
        null);
  }

  /** The envelope of a refusal: its key is that of the request, or else the place. */
  public static Envelope of(Refusal refusal) {
    String source = "/topics/" + refusal.getTopic() + "/" + refusal.getPartition();
    ByteBuffer key = refusal.getKey();
    return new Envelope(
        key == null ? source.getBytes(UTF_8) : bytes(key),
        refusal.getRefusalId(),
        source,
        refusal.getRecordTimestamp(),
        refusal.getSubject());
  }

  private static Envelope ofPlatform(String platform, String id, Instant time, String documentId) {
    return new Envelope(platform.getBytes(UTF_8), id, platform(platform), time, documentId);
  }

  private static String platform(String name) {
    return "/platforms/" + encoded(name);
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, UTF_8).replace("+", "%20");
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
