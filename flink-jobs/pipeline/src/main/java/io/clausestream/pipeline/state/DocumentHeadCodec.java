package io.clausestream.pipeline.state;

import io.clausestream.core.change.AcceptedVersion;
import io.clausestream.core.change.DocumentHead;
import io.clausestream.core.change.PendingChange;
import io.clausestream.core.change.SuppressionReason;
import io.clausestream.core.fingerprint.Fingerprint;
import io.clausestream.core.page.Origin;
import io.clausestream.core.page.PageRef;
import io.clausestream.pipeline.OperatorIds;
import java.net.URI;
import java.util.Optional;

/** State 'head'. Platform and document are the state's keys, so the value does not repeat them. */
final class DocumentHeadCodec {

  static final int VERSION = 2;

  private final VersionedAvro<io.clausestream.schema.state.DocumentHead> avro =
      new VersionedAvro<>(
          OperatorIds.STATE_HEAD, io.clausestream.schema.state.DocumentHead.class, VERSION);

  byte[] encode(DocumentHead head) {
    return avro.encode(
        io.clausestream.schema.state.DocumentHead.newBuilder()
            .setClock(Millis.of(head.clock()))
            .setLastFetchId(head.lastFetchId())
            .setAccepted(head.accepted().map(DocumentHeadCodec::toState).orElse(null))
            .setFetches(head.fetches())
            .setBadCaptures(head.badCaptures())
            .setBadSince(head.badSince().map(Millis::of).orElse(null))
            .setUnavailableTold(head.unavailableTold())
            .setLastBodyBad(head.lastBodyBad())
            .setPending(head.pending().map(DocumentHeadCodec::toState).orElse(null))
            .build());
  }

  DocumentHead decode(byte[] stored, String platform, String documentId) {
    var head = avro.decode(stored);
    return new DocumentHead(
        Millis.toInstant(head.getClock()),
        head.getLastFetchId(),
        Optional.ofNullable(head.getAccepted()).map(DocumentHeadCodec::toCore),
        head.getFetches(),
        head.getBadCaptures(),
        Optional.ofNullable(head.getBadSince()).map(Millis::toInstant),
        head.getUnavailableTold(),
        head.getLastBodyBad(),
        Optional.ofNullable(head.getPending())
            .map(pending -> toCore(pending, platform, documentId)));
  }

  private static io.clausestream.schema.state.AcceptedVersion toState(AcceptedVersion version) {
    return io.clausestream.schema.state.AcceptedVersion.newBuilder()
        .setNumber(version.number())
        .setTextSha256(version.fingerprint().text())
        .setLinksSha256(version.fingerprint().links())
        .setBodySha256(version.fingerprint().body())
        .setFetchedAt(Millis.of(version.fetchedAt()))
        .setContentType(version.contentType().orElse(null))
        .setDeclarationSha256(version.fingerprint().declaration())
        .setCanonicalVersion(version.canonicalVersion())
        .setTextLength(version.textLength())
        .setTitle(version.title())
        .build();
  }

  private static AcceptedVersion toCore(io.clausestream.schema.state.AcceptedVersion version) {
    return new AcceptedVersion(
        version.getNumber(),
        new Fingerprint(
            version.getBodySha256(),
            version.getTextSha256(),
            version.getLinksSha256(),
            version.getDeclarationSha256()),
        Millis.toInstant(version.getFetchedAt()),
        Optional.ofNullable(version.getContentType()),
        version.getCanonicalVersion(),
        version.getTextLength(),
        version.getTitle());
  }

  private static io.clausestream.schema.state.PendingChange toState(PendingChange pending) {
    PageRef ref = pending.ref();
    return io.clausestream.schema.state.PendingChange.newBuilder()
        .setFetchId(ref.fetchId())
        .setDocumentType(ref.documentType())
        .setUrl(ref.url().toString())
        .setFetchedAt(Millis.of(ref.fetchedAt()))
        .setDeadline(Millis.of(pending.deadline()))
        .setSuspicion(pending.suspicion().name())
        .setTextSha256(pending.fingerprint().text())
        .setLinksSha256(pending.fingerprint().links())
        .setBodySha256(pending.fingerprint().body())
        .setContentType(ref.contentType().orElse(null))
        .setDeclarationSha256(pending.fingerprint().declaration())
        .setCanonicalVersion(pending.canonicalVersion())
        .setOrigin(ref.origin().name())
        .setTitle(pending.title())
        .build();
  }

  private static PendingChange toCore(
      io.clausestream.schema.state.PendingChange pending, String platform, String documentId) {
    PageRef ref =
        new PageRef(
            pending.getFetchId(),
            documentId,
            platform,
            pending.getDocumentType(),
            URI.create(pending.getUrl()),
            Millis.toInstant(pending.getFetchedAt()),
            Optional.ofNullable(pending.getContentType()),
            Origin.valueOf(pending.getOrigin()));
    return new PendingChange(
        ref,
        Millis.toInstant(pending.getDeadline()),
        SuppressionReason.valueOf(pending.getSuspicion()),
        new Fingerprint(
            pending.getBodySha256(),
            pending.getTextSha256(),
            pending.getLinksSha256(),
            pending.getDeclarationSha256()),
        pending.getCanonicalVersion(),
        pending.getTitle());
  }
}
