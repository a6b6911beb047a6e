package io.clausestream.core.change;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.diff.BlockDiff;
import io.clausestream.core.diff.Hunk;
import io.clausestream.core.language.Languages;
import io.clausestream.core.language.TextLanguage;
import io.clausestream.core.page.PageRef;
import io.clausestream.core.provision.ProvisionChange;
import io.clausestream.core.quality.Evidence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Follows the documents of one platform from fetch to fetch. The only writer of {@link
 * PlatformState}; keeps nothing itself.
 */
public final class DocumentTracker {

  /** How long a suspicious change waits for the next fetch: below 20 hours, for same-day alerts. */
  static final Duration CONFIRMATION = Duration.ofHours(18);

  /** How long a document's next fetches of the platform are waited for, to see a round of them. */
  static final Duration ROUND = Duration.ofHours(1);

  /** Suspicions that other documents of the platform can confirm. */
  private static final Set<SuppressionReason> ROUND_REASONS =
      Set.of(SuppressionReason.SITE_FRAME, SuppressionReason.SITE_ROLLED_BACK);

  private final PlatformState state;
  private final SourceHealth health;
  private final Siblings siblings;
  private final RollBack rollBack;
  private final Predicate<Hunk> clauses;
  private final CategoryReading categories;
  private final Consumer<Finding> out;

  /**
   * A tracker on a platform's state that tells its findings.
   *
   * @param clauses whether the rules see a clause in a hunk
   * @param categories which categories the rules see in a text
   */
  public DocumentTracker(
      PlatformState state,
      Predicate<Hunk> clauses,
      CategoryReading categories,
      Consumer<Finding> out) {
    this.state = state;
    this.health = new SourceHealth(state, out);
    this.siblings = new Siblings(state);
    this.rollBack = new RollBack(state, siblings, clauses);
    this.clauses = clauses;
    this.categories = categories;
    this.out = out;
  }

  /** Handles the next fetch of the platform. Its deadlines must have expired up to the fetch. */
  public void handle(CanonicalFetch fetch) {
    PageRef ref = fetch.ref();
    DocumentHead head = state.head(ref.documentId()).orElse(DocumentHead.NEW);
    if (ref.fetchId().equals(head.lastFetchId())) {
      out.accept(
          SuppressedFindings.dropped(
              fetch, head, Finding.Suppressed.Cause.DUPLICATE, "handled before"));
    } else if (ref.fetchedAt().isBefore(head.clock())) {
      String detail = "older than " + head.clock() + ", up to which the document was decided";
      out.accept(SuppressedFindings.dropped(fetch, head, Finding.Suppressed.Cause.LATE, detail));
    } else {
      DocumentHead handled = head.handled(ref.fetchedAt(), ref.fetchId());
      state.putHead(ref.documentId(), capture(fetch, handled));
    }
  }

  private DocumentHead capture(CanonicalFetch fetch, DocumentHead head) {
    List<Evidence> evidence = health.evidence(fetch, head);
    if (!evidence.isEmpty()) {
      return health.bad(fetch, head, evidence);
    }
    DocumentHead good = health.recover(fetch.ref(), head);
    if (fetch.notModified()) {
      return notModified(fetch, good);
    }
    return good.accepted().isEmpty() ? first(fetch, good) : compare(fetch, good);
  }

  /** The server vouches for the last body it sent: a candidate if one waits, else the version. */
  private DocumentHead notModified(CanonicalFetch fetch, DocumentHead head) {
    if (head.accepted().isEmpty()) {
      out.accept(
          SuppressedFindings.badCapture(
              fetch, head, "NO_BASELINE", "not modified, but no version was ever seen"));
      return head;
    }
    DocumentHead sure = head.pending().isPresent() ? confirm(head, fetch.ref().fetchedAt()) : head;
    verified(fetch, sure, Optional.empty());
    return sure;
  }

  private DocumentHead first(CanonicalFetch fetch, DocumentHead head) {
    AcceptedVersion version = AcceptedVersion.of(1, fetch);
    new ProvisionLog(state).start(fetch.ref().documentId(), fetch.page().blocks(), version);
    inForce(fetch);
    siblings.show(fetch.ref(), fetch.fingerprint().text(), fetch.page().blocks());
    out.accept(
        new Finding.Verified(fetch.ref(), true, version, Optional.of(fetch.fingerprint().body())));
    return head.withAccepted(version);
  }

  private DocumentHead compare(CanonicalFetch fetch, DocumentHead head) {
    AcceptedVersion accepted = head.accepted().orElseThrow();
    if (!accepted.hasRulesOf(fetch)) {
      Optional<CanonicalFetch> comparable = fetch.comparableWith(accepted);
      return comparable.isPresent()
          ? upgrade(fetch, comparable.get(), head)
          : rebase(
              fetch,
              drop(head, SuppressionReason.RULES_CHANGED, fetch.ref().fetchedAt()),
              "the canonical text rules or the declaration changed; compared anew from here on");
    }
    String text = fetch.fingerprint().text();
    if (text.equals(head.accepted().orElseThrow().fingerprint().text())) {
      return unchanged(fetch, drop(head, SuppressionReason.WITHDRAWN, fetch.ref().fetchedAt()));
    }
    Optional<PendingChange> pending = head.pending();
    if (pending.isPresent() && pending.get().fingerprint().text().equals(text)) {
      DocumentHead confirmed = confirm(head, fetch.ref().fetchedAt());
      verified(fetch, confirmed, Optional.of(fetch.fingerprint().body()));
      return confirmed;
    }
    return differs(fetch, drop(head, SuppressionReason.SUPERSEDED, fetch.ref().fetchedAt()));
  }

  /**
   * The first fetch after an upgrade: the rules of the release before tell whether the document
   * changed, and only then the text that today's rules make is what comes next is compared with. A
   * page that both read alike is as it was.
   *
   * @param comparable the same fetch under the rules of the release before
   */
  private DocumentHead upgrade(CanonicalFetch fetch, CanonicalFetch comparable, DocumentHead head) {
    Instant at = fetch.ref().fetchedAt();
    String text = comparable.fingerprint().text();
    AcceptedVersion accepted = head.accepted().orElseThrow();
    if (text.equals(accepted.fingerprint().text())) {
      if (comparable.page().blocks().equals(fetch.page().blocks())) {
        AcceptedVersion same = accepted.withRules(fetch.canonicalVersion());
        return unchanged(fetch, drop(head, SuppressionReason.WITHDRAWN, at).withAccepted(same));
      }
      String detail = "the canonical text rules changed; by the old ones the text did not";
      return rebase(fetch, drop(head, SuppressionReason.WITHDRAWN, at), detail);
    }
    if (head.pending().filter(p -> p.fingerprint().text().equals(text)).isPresent()) {
      String detail = "the canonical text rules changed; by the old ones the text is confirmed";
      return rebase(fetch, confirm(head, at), detail);
    }
    DocumentHead free = drop(head, SuppressionReason.SUPERSEDED, at);
    siblings.show(fetch.ref(), text, comparable.page().blocks());
    Verdict verdict = judge(fetch.ref(), head, Judged.of(fetch, comparable.page()));
    if (verdict instanceof Verdict.Suspicious suspicious) {
      return await(comparable, free, suspicious);
    }
    if (verdict instanceof Verdict.Suppressed quiet) {
      String detail = "the canonical text rules changed; by the old ones: " + quiet.detail();
      return rebase(fetch, free, detail);
    }
    long number = free.accepted().orElseThrow().number() + 1;
    AcceptedVersion told = AcceptedVersion.of(number, comparable);
    return onto(
        fetch, accept(fetch.ref(), free, told, comparable.page().blocks(), verdict, at), number);
  }

  /** Without telling a change, a text that other rules made becomes the version in force. */
  private DocumentHead rebase(CanonicalFetch fetch, DocumentHead head, String detail) {
    out.accept(
        SuppressedFindings.of(fetch, head, SuppressionReason.RULES_CHANGED, detail, List.of()));
    return onto(fetch, head, head.accepted().orElseThrow().number() + 1);
  }

  private DocumentHead onto(CanonicalFetch fetch, DocumentHead head, long number) {
    AcceptedVersion previous = head.accepted().orElseThrow();
    AcceptedVersion current = AcceptedVersion.of(number, fetch);
    new ProvisionLog(state)
        .follow(fetch.ref().documentId(), previous, current, fetch.page().blocks(), List.of());
    inForce(fetch);
    siblings.show(fetch.ref(), fetch.fingerprint().text(), fetch.page().blocks());
    return head.withAccepted(current);
  }

  private DocumentHead unchanged(CanonicalFetch fetch, DocumentHead head) {
    AcceptedVersion version = head.accepted().orElseThrow();
    String links = fetch.fingerprint().links();
    if (links.equals(version.fingerprint().links())) {
      verified(fetch, head, Optional.of(fetch.fingerprint().body()));
      return head;
    }
    out.accept(
        SuppressedFindings.of(
            fetch, head, SuppressionReason.LINK_TARGETS, "only link targets differ", List.of()));
    return head.withAccepted(version.withLinks(links));
  }

  private void verified(CanonicalFetch fetch, DocumentHead head, Optional<String> body) {
    out.accept(new Finding.Verified(fetch.ref(), false, head.accepted().orElseThrow(), body));
  }

  private DocumentHead differs(CanonicalFetch fetch, DocumentHead head) {
    PageRef ref = fetch.ref();
    siblings.show(ref, fetch.fingerprint().text(), fetch.page().blocks());
    Verdict verdict = judge(ref, head, Judged.of(fetch, fetch.page()));
    if (verdict instanceof Verdict.Suspicious suspicious) {
      return await(fetch, head, suspicious);
    }
    AcceptedVersion current = AcceptedVersion.of(head.accepted().orElseThrow().number() + 1, fetch);
    return accept(ref, head, current, fetch.page().blocks(), verdict, ref.fetchedAt());
  }

  private Verdict judge(PageRef ref, DocumentHead head, Judged judged) {
    Set<String> texts = judged.texts();
    List<Block> after = judged.blocks();
    String documentId = ref.documentId();
    Instant now = ref.fetchedAt();
    List<Block> before = state.text(documentId);
    PageMemory memory = state.memory(documentId);
    Optional<SuppressionReason> known =
        texts.stream().anyMatch(text -> memory.variant(text, now).isPresent())
            ? Optional.of(SuppressionReason.KNOWN_VARIANT)
            : isFirst(head) && Plausibility.isGrowth(before, after)
                ? Optional.of(SuppressionReason.BASELINE_INCOMPLETE)
                : Optional.empty();
    if (known.isPresent()) {
      return new Verdict.Suppressed(
          known.get(), known.get().says(), BlockDiff.between(before, after));
    }
    SiteFrame frame = SiteFrame.of(documentId, before, after, state, now);
    String text = head.accepted().orElseThrow().fingerprint().text();
    ChangeJudge judge =
        new ChangeJudge(
            before,
            frame,
            memory.volatileShapes(now),
            memory.restlessShapes(now),
            clauses,
            state.site().toldOfShared(documentId, text, now));
    Verdict verdict = judge.judge(judged);
    return rollBack.judge(ref, texts, verdict);
  }

  /** Only the first capture may have been a shell; a later text was compared with a whole one. */
  private static boolean isFirst(DocumentHead head) {
    return head.accepted().orElseThrow().number() == 1;
  }

  /** A text becomes the version in force, told or not. */
  private DocumentHead accept(
      PageRef ref,
      DocumentHead head,
      AcceptedVersion current,
      List<Block> blocks,
      Verdict verdict,
      Instant at) {
    AcceptedVersion previous = head.accepted().orElseThrow();
    String before = previous.fingerprint().text();
    String after = current.fingerprint().text();
    boolean isQuiet = verdict instanceof Verdict.Suppressed;
    TextLanguage language = language(ref, blocks);
    List<ProvisionChange> provisions =
        new ProvisionLog(state)
            .follow(
                ref.documentId(), previous, current, blocks, isQuiet ? List.of() : verdict.hunks());
    Optional<Site.Told> elsewhere = state.site().toldElsewhere(ref.documentId(), before, after, at);
    if (verdict instanceof Verdict.Suppressed quiet) {
      out.accept(
          SuppressedFindings.quiet(
              ref, previous, current, quiet.reason(), quiet.detail(), quiet.hunks(), at));
    } else if (elsewhere.isPresent()) {
      out.accept(
          SuppressedFindings.quiet(
              ref,
              previous,
              current,
              SuppressionReason.TOLD_ELSEWHERE,
              SuppressionReason.TOLD_ELSEWHERE.says() + ": " + elsewhere.get().documentId(),
              verdict.hunks(),
              at));
    } else {
      state.putSite(state.site().tell(new Site.Told(ref.documentId(), before, after, at)));
      out.accept(
          new Finding.Changed(
              ref,
              previous,
              current,
              verdict.hunks(),
              provisions,
              state.text(ref.documentId()),
              blocks,
              language.code(),
              at));
    }
    remember(ref.documentId(), previous, current, verdict, at);
    inForce(ref, blocks, language, at);
    return head.withAccepted(current);
  }

  private TextLanguage language(PageRef ref, List<Block> blocks) {
    return Languages.of(blocks, state.categories(ref.documentId()).language());
  }

  private void inForce(CanonicalFetch fetch) {
    PageRef ref = fetch.ref();
    List<Block> blocks = fetch.page().blocks();
    inForce(ref, blocks, language(ref, blocks), ref.fetchedAt());
  }

  private void inForce(PageRef ref, List<Block> blocks, TextLanguage language, Instant at) {
    state.putText(ref.documentId(), blocks);
    new CategoryLog(state, categories, out).read(ref, blocks, language, at);
  }

  private void remember(
      String documentId,
      AcceptedVersion previous,
      AcceptedVersion current,
      Verdict verdict,
      Instant now) {
    PageMemory memory =
        state
            .memory(documentId)
            .seen(previous.fingerprint().text(), now)
            .seen(current.fingerprint().text(), now);
    // Blocks that say the same in other places, cuts or marks are steady.
    boolean steady = verdict instanceof Verdict.Suppressed quiet && quiet.reason().keepsWords();
    state.putMemory(
        documentId, steady ? memory : memory.changed(BlockShape.of(verdict.hunks()), now));
  }

  private DocumentHead await(CanonicalFetch fetch, DocumentHead head, Verdict.Suspicious why) {
    String documentId = fetch.ref().documentId();
    Duration wait = ROUND_REASONS.contains(why.reason()) ? ROUND : CONFIRMATION;
    Instant deadline = fetch.ref().fetchedAt().plus(wait);
    state.putCandidate(documentId, fetch.page().blocks());
    state.putAgenda(state.agenda().with(deadline, documentId));
    return head.withPending(
        Optional.of(
            new PendingChange(
                fetch.ref(),
                deadline,
                why.reason(),
                fetch.fingerprint(),
                fetch.canonicalVersion(),
                AcceptedVersion.title(fetch))));
  }

  /**
   * Lets deadlines of the platform up to and at an instant expire, in order.
   *
   * @param due whether the deadline of a pending fetch may expire
   */
  public void expire(Instant until, Predicate<PageRef> due) {
    for (Agenda.Deadline deadline : state.agenda().upTo(until)) {
      DocumentHead head = state.head(deadline.documentId()).orElseThrow();
      if (due.test(head.pending().orElseThrow().ref())) {
        DocumentHead decided = decide(head, deadline.at()).withClock(deadline.at());
        state.putHead(deadline.documentId(), decided);
      }
    }
  }

  /** Silence confirms, but a page that went bad is not silent: the next good capture tells. */
  private DocumentHead decide(DocumentHead head, Instant deadline) {
    return head.badCaptures() == 0
        ? confirm(head, deadline)
        : drop(head, SuppressionReason.UNCONFIRMED, deadline);
  }

  /** The candidate becomes the version in force, and is told if nothing explains it by now. */
  private DocumentHead confirm(DocumentHead head, Instant at) {
    PendingChange pending = head.pending().orElseThrow();
    PageRef ref = pending.ref();
    List<Block> candidate = state.candidate(ref.documentId());
    Verdict verdict = judge(ref, head, Judged.settled(pending, candidate));
    AcceptedVersion current = pending.accept(head.accepted().orElseThrow().number() + 1, candidate);
    DocumentHead accepted = accept(ref, head, current, candidate, verdict, at);
    forget(ref.documentId());
    return accepted.withPending(Optional.empty());
  }

  /** The candidate, if one waits, does not become a version. */
  private DocumentHead drop(DocumentHead head, SuppressionReason reason, Instant at) {
    if (head.pending().isEmpty()) {
      return head;
    }
    PendingChange pending = head.pending().get();
    out.accept(SuppressedFindings.candidate(pending, head, reason, at));
    siblings.show(
        pending.ref(),
        head.accepted().orElseThrow().fingerprint().text(),
        state.text(pending.ref().documentId()));
    forget(pending.ref().documentId());
    return head.withPending(Optional.empty());
  }

  private void forget(String documentId) {
    state.putCandidate(documentId, List.of());
    state.putAgenda(state.agenda().without(documentId));
  }
}
