package io.clausestream.core.change;

import io.clausestream.core.canonical.CanonicalPage;
import io.clausestream.core.fingerprint.Fingerprint;
import io.clausestream.core.page.PageRef;
import io.clausestream.core.quality.Evidence;
import java.util.List;

/**
 * What the stateless stages make of a fetch: all that the verdict needs, without the raw page.
 *
 * @param ref which fetch of which document
 * @param notModified whether the server said that nothing changed, so that there is no content
 * @param page the canonical text
 * @param fingerprint hashes of body, text and links
 * @param evidence what speaks against the capture
 * @param canonicalVersion version of the canonical text rules
 */
public record CanonicalFetch(
    PageRef ref,
    boolean notModified,
    CanonicalPage page,
    Fingerprint fingerprint,
    List<Evidence> evidence,
    int canonicalVersion) {

  /** Copies the list. */
  public CanonicalFetch {
    evidence = List.copyOf(evidence);
  }
}
