package io.clausestream.core.fingerprint;

import com.dynatrace.hash4j.hashing.Hashing;
import io.clausestream.core.canonical.Block;
import io.clausestream.core.canonical.CanonicalPage;
import io.clausestream.core.page.Declaration;
import io.clausestream.core.page.FetchedPage;
import io.clausestream.core.page.Sha256;
import java.util.List;

/**
 * Layered hashes of a capture: the first layer that is equal ends the work.
 *
 * @param body SHA-256 of the decoded body
 * @param text SHA-256 of the canonical text
 * @param links SHA-256 of the link targets inside the canonical text
 * @param declaration SHA-256 of the selectors that the edge declared; empty when it declared none
 */
public record Fingerprint(String body, String text, String links, String declaration) {

  /** A fingerprint of a capture without declaration. */
  public Fingerprint(String body, String text, String links) {
    this(body, text, links, "");
  }

  /** The same capture with another canonical text. */
  public Fingerprint withText(String other) {
    return new Fingerprint(body, other, links, declaration);
  }

  /** Fingerprints a capture. */
  public static Fingerprint of(FetchedPage page, CanonicalPage canonical) {
    return new Fingerprint(
        page.bodySha256(),
        Sha256.hex(canonical.text()),
        Sha256.hex(String.join("\n", canonical.links())),
        hash(page.declaration()));
  }

  private static String hash(Declaration declaration) {
    return declaration.equals(Declaration.NONE)
        ? ""
        : Sha256.hex(
            String.join("\n", declaration.includeSelectors())
                + "\n\n"
                + String.join("\n", declaration.excludeSelectors()));
  }

  /**
   * 64-bit hashes (XXH3) of block texts, in order: for bounded memory, where a collision hides
   * nothing but a repeat.
   */
  public static long[] blockHashes(List<Block> blocks) {
    return blocks.stream().mapToLong(block -> hash64(block.text())).toArray();
  }

  /** 64-bit hash (XXH3) of a text. */
  public static long hash64(String text) {
    return Hashing.xxh3_64().hashCharsToLong(text);
  }
}
