package io.clausestream.core.change;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.fingerprint.ContentId;
import io.clausestream.core.page.PageRef;
import io.clausestream.core.quality.Evidence;
import io.clausestream.core.quality.EvidenceCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Whether the captures of a document show it, and whether its source counts as available: told once
 * when it is lost and once when it is back.
 */
final class SourceHealth {

  /** After so long of nothing but implausible captures, they are what the document has become. */
  static final Duration PATIENCE = Duration.ofDays(30);

  /** Bad captures in a row that make a source unavailable. */
  static final int UNAVAILABLE_AFTER = 3;

  private static final Evidence SAME_BAD_BODY =
      new Evidence(EvidenceCode.SAME_BAD_BODY, "not modified since a body that was bad");

  private final PlatformState state;
  private final Consumer<Finding> out;

  /** The health of a platform's documents, on its state; findings are told. */
  SourceHealth(PlatformState state, Consumer<Finding> out) {
    this.state = state;
    this.out = out;
  }

  /** What speaks against a capture: by itself, or seen what the document was before. */
  List<Evidence> evidence(CanonicalFetch fetch, DocumentHead head) {
    if (!fetch.evidence().isEmpty()) {
      return fetch.evidence();
    }
    if (fetch.notModified()) {
      return head.lastBodyBad() ? List.of(SAME_BAD_BODY) : List.of();
    }
    return head
        .accepted()
        .flatMap(fetch::comparableWith)
        .flatMap(comparable -> doubt(comparable, fetch.texts(), head))
        .stream()
        .toList();
  }

  private Optional<Evidence> doubt(CanonicalFetch fetch, Set<String> texts, DocumentHead head) {
    String documentId = fetch.ref().documentId();
    String text = fetch.fingerprint().text();
    Instant now = fetch.ref().fetchedAt();
    AcceptedVersion accepted = head.accepted().orElseThrow();
    PageMemory memory = state.memory(documentId);
    if (accepted.fingerprint().text().equals(text)
        || head.pending().filter(p -> p.fingerprint().text().equals(text)).isPresent()
        || head.badSince().filter(since -> since.plus(PATIENCE).isBefore(now)).isPresent()
        || texts.stream().anyMatch(seen -> memory.variant(seen, now).isPresent())) {
      return Optional.empty();
    }
    boolean sameTitle =
        accepted.title().isEmpty() || accepted.title().equals(AcceptedVersion.title(fetch));
    List<Block> before = state.text(documentId);
    return Plausibility.doubt(before, fetch.page().blocks(), sameTitle)
        .filter(doubt -> !isSteadyPart(doubt, fetch, before, head));
  }

  /**
   * Whether what is left of a text is a document by itself and stays so: the page was split, and no
   * fetch was cut off.
   */
  private boolean isSteadyPart(
      Evidence doubt, CanonicalFetch fetch, List<Block> before, DocumentHead head) {
    PageRef ref = fetch.ref();
    String text = fetch.fingerprint().text();
    return doubt.code() == EvidenceCode.LOSS_OF_TEXT
        && Plausibility.isDocument(before, fetch.page().blocks())
        && head.badSince()
            .filter(since -> state.memory(ref.documentId()).isSteady(text, since, ref.fetchedAt()))
            .isPresent();
  }

  /** Keeps in mind which text is doubted, for as long as it stays. */
  private void remember(CanonicalFetch fetch, DocumentHead head, Instant since) {
    String documentId = fetch.ref().documentId();
    String text =
        head.accepted()
            .flatMap(fetch::comparableWith)
            .map(comparable -> comparable.fingerprint().text())
            .orElse(fetch.fingerprint().text());
    state.putMemory(
        documentId, state.memory(documentId).doubted(text, since, fetch.ref().fetchedAt()));
  }

  /** A capture that does not show the document. */
  DocumentHead bad(CanonicalFetch fetch, DocumentHead head, List<Evidence> found) {
    Evidence decisive = found.get(0);
    out.accept(
        SuppressedFindings.badCapture(fetch, head, decisive.code().name(), decisive.detail()));
    int inRow = head.badCaptures() + 1;
    Instant since = head.badSince().orElse(fetch.ref().fetchedAt());
    if (decisive.code() == EvidenceCode.LOSS_OF_TEXT) {
      remember(fetch, head, since);
    }
    boolean tell = inRow >= UNAVAILABLE_AFTER && !head.unavailableTold();
    if (tell) {
      List<String> evidence = found.stream().map(Evidence::toString).toList();
      tell(fetch.ref(), Finding.HealthChanged.Status.UNAVAILABLE, inRow, evidence, since);
    }
    return head.withHealth(
        inRow,
        Optional.of(since),
        head.unavailableTold() || tell,
        head.lastBodyBad() || !decisive.code().isOfAnswer());
  }

  /** A capture that shows the document. */
  DocumentHead recover(PageRef ref, DocumentHead head) {
    if (head.unavailableTold()) {
      tell(
          ref,
          Finding.HealthChanged.Status.RECOVERED,
          head.badCaptures(),
          List.of(),
          head.badSince().orElse(ref.fetchedAt()));
    }
    return head.withHealth(0, Optional.empty(), false, false);
  }

  private void tell(
      PageRef ref,
      Finding.HealthChanged.Status status,
      int inRow,
      List<String> evidence,
      Instant since) {
    String id = ContentId.health(ref.documentId(), status.name(), ref.fetchedAt());
    out.accept(new Finding.HealthChanged(ref, id, status, inRow, evidence, since));
  }
}
