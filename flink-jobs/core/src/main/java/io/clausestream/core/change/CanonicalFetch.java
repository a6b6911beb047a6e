package io.clausestream.core.change;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.canonical.CanonicalPage;
import io.clausestream.core.canonical.Canonicalizer;
import io.clausestream.core.fingerprint.Fingerprint;
import io.clausestream.core.page.PageRef;
import io.clausestream.core.page.Sha256;
import io.clausestream.core.quality.Evidence;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the stateless stages make of a fetch: all that the verdict needs, without the raw page.
 *
 * @param ref which fetch of which document
 * @param notModified whether the server said that nothing changed, so that there is no content
 * @param page the canonical text
 * @param fingerprint hashes of body, text and links
 * @param evidence what speaks against the capture
 * @param canonicalVersion version of the canonical text rules
 * @param previous the blocks under the rules of the release before; empty when they were not made
 */
public record CanonicalFetch(
    PageRef ref,
    boolean notModified,
    CanonicalPage page,
    Fingerprint fingerprint,
    List<Evidence> evidence,
    int canonicalVersion,
    Optional<List<Block>> previous) {

  /** Copies the lists. */
  public CanonicalFetch {
    evidence = List.copyOf(evidence);
    previous = previous.map(List::copyOf);
  }

  /** A fetch of which only the text under one version of the rules is known. */
  public CanonicalFetch(
      PageRef ref,
      boolean notModified,
      CanonicalPage page,
      Fingerprint fingerprint,
      List<Evidence> evidence,
      int canonicalVersion) {
    this(ref, notModified, page, fingerprint, evidence, canonicalVersion, Optional.empty());
  }

  /**
   * This fetch as the rules that made a version would have made it, so that the two can be
   * compared; empty when those rules are not known any more.
   */
  Optional<CanonicalFetch> comparableWith(AcceptedVersion version) {
    if (version.hasRulesOf(this)) {
      return Optional.of(this);
    }
    return previous.map(this::underPreviousRules).filter(version::hasRulesOf);
  }

  /**
   * SHA-256 of the text, and of the text under the rules of the release before where it was made:
   * what a page is known to show was written down under either.
   */
  Set<String> texts() {
    Set<String> texts = new HashSet<>(Set.of(fingerprint.text()));
    previous.map(this::underPreviousRules).ifPresent(p -> texts.add(p.fingerprint().text()));
    return texts;
  }

  private CanonicalFetch underPreviousRules(List<Block> blocks) {
    CanonicalPage before = new CanonicalPage(page.title(), blocks, page.links());
    return new CanonicalFetch(
        ref,
        notModified,
        before,
        fingerprint.withText(Sha256.hex(before.text())),
        evidence,
        Canonicalizer.PREVIOUS_VERSION);
  }
}
