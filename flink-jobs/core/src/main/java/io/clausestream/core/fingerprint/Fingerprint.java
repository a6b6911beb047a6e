package io.clausestream.core.fingerprint;

import com.dynatrace.hash4j.hashing.Hashing;
import io.clausestream.core.canonical.Block;
import io.clausestream.core.canonical.CanonicalPage;
import io.clausestream.core.page.Sha256;
import java.util.List;

/**
 * Layered hashes of a capture: the first layer that is equal ends the work.
 *
 * @param body SHA-256 of the decoded body
 * @param text SHA-256 of the canonical text
 * @param links SHA-256 of the link targets inside the canonical text
 */
public record Fingerprint(String body, String text, String links) {

  /** Fingerprints a capture. */
  public static Fingerprint of(byte[] body, CanonicalPage page) {
    return new Fingerprint(
        Sha256.hex(body), Sha256.hex(page.text()), Sha256.hex(String.join("\n", page.links())));
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
