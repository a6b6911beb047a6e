package io.clausestream.pipeline.wire;

import io.clausestream.connector.kafka.KafkaRecord;
import io.clausestream.core.canonical.CanonicalPage;
import io.clausestream.core.change.CanonicalFetch;
import io.clausestream.core.fingerprint.Fingerprint;
import io.clausestream.core.page.Origin;
import io.clausestream.core.page.PageRef;
import io.clausestream.core.quality.Evidence;
import io.clausestream.core.quality.EvidenceCode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A canonical fetch to its flat form and back, without loss. Stateless. */
public final class CanonicalFetchMapper {

  private CanonicalFetchMapper() {}

  /** The flat form of a fetch that came in no record. */
  public static CanonicalFetchRecord toRecord(CanonicalFetch fetch) {
    return toRecord(fetch, null);
  }

  /**
   * The flat form.
   *
   * @param place the record that it came in; null when it came in none
   */
  public static CanonicalFetchRecord toRecord(CanonicalFetch fetch, @Nullable KafkaRecord place) {
    return toRecord(
        fetch.ref(), fetch.notModified(), fetch.fingerprint().body(), toContent(fetch), place);
  }

  /** The flat form of all that does not tell one fetch of the same content from another. */
  public static CanonicalContent toContent(CanonicalFetch fetch) {
    return new CanonicalContent(
        PackedPage.pack(fetch.page()),
        fetch.fingerprint().text(),
        fetch.fingerprint().links(),
        fetch.fingerprint().declaration(),
        flatten(fetch.evidence()),
        fetch.canonicalVersion(),
        PackedPrevious.pack(fetch.previous(), fetch.page().blocks()));
  }

  /** The flat form of a fetch whose content is known. */
  public static CanonicalFetchRecord toRecord(
      PageRef ref,
      boolean notModified,
      String bodySha256,
      CanonicalContent content,
      @Nullable KafkaRecord place) {
    return new CanonicalFetchRecord(
        ref.fetchId(),
        ref.documentId(),
        ref.platform(),
        ref.documentType(),
        ref.url().toString(),
        ref.fetchedAt(),
        ref.contentType().orElse(null),
        ref.origin().name(),
        notModified,
        content.page(),
        bodySha256,
        content.textSha256(),
        content.linksSha256(),
        content.declarationSha256(),
        content.evidence(),
        content.canonicalVersion(),
        content.previous(),
        place == null ? null : place.topic(),
        place == null ? -1 : place.partition(),
        place == null ? -1 : place.offset(),
        place == null ? -1 : place.timestamp());
  }

  /** The core's form. */
  public static CanonicalFetch toCore(CanonicalFetchRecord record) {
    CanonicalPage page = PackedPage.unpack(record.page());
    return new CanonicalFetch(
        ref(record),
        record.notModified(),
        page,
        new Fingerprint(
            record.bodySha256(),
            record.textSha256(),
            record.linksSha256(),
            record.declarationSha256()),
        evidence(record.evidence()),
        record.canonicalVersion(),
        PackedPrevious.unpack(record.previous(), page.blocks()));
  }

  private static PageRef ref(CanonicalFetchRecord record) {
    return new PageRef(
        record.fetchId(),
        record.documentId(),
        record.platform(),
        record.documentType(),
        URI.create(record.url()),
        record.fetchedAt(),
        Optional.ofNullable(record.contentType()),
        Origin.valueOf(record.origin()));
  }

  private static List<String> flatten(List<Evidence> evidence) {
    List<String> flat = new ArrayList<>();
    for (Evidence finding : evidence) {
      flat.add(finding.code().name());
      flat.add(finding.detail());
    }
    return flat;
  }

  private static List<Evidence> evidence(List<String> flat) {
    List<Evidence> evidence = new ArrayList<>();
    for (int i = 0; i < flat.size(); i += 2) {
      evidence.add(new Evidence(EvidenceCode.valueOf(flat.get(i)), flat.get(i + 1)));
    }
    return evidence;
  }
}
