package io.clausestream.core.provision;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.fingerprint.Fingerprint;
import java.util.ArrayList;
import java.util.List;

/**
 * A text cut into clauses, with what they are compared by.
 *
 * @param segmentation the clauses
 * @param read what was read of each
 */
record Reading(Segmentation segmentation, List<Read> read) {

  /** Key of the nearest heading of a clause without one. */
  static final long NO_HEADING = Fingerprint.hash64("");

  /**
   * What was read of a clause.
   *
   * @param words its words
   * @param path the words of the headings above it
   * @param key 64-bit hash of its words
   * @param pathKey 64-bit hash of the path
   * @param headingKey 64-bit hash of the words of the nearest heading; of nothing without one
   */
  record Read(String words, String path, long key, long pathKey, long headingKey) {}

  static Reading of(List<Block> blocks) {
    Segmentation segmentation = Segmentation.of(blocks);
    List<Read> read = new ArrayList<>(segmentation.clauses().size());
    List<String> headings = List.of();
    String path = "";
    long pathKey = Fingerprint.hash64(path);
    long headingKey = NO_HEADING;
    for (Clause clause : segmentation.clauses()) {
      if (!clause.headingPath().equals(headings)) {
        headings = clause.headingPath();
        path = Wording.ofPath(headings);
        pathKey = Fingerprint.hash64(path);
        headingKey = nearest(headings);
      }
      String words = Wording.of(clause.blocks());
      read.add(new Read(words, path, Fingerprint.hash64(words), pathKey, headingKey));
    }
    return new Reading(segmentation, read);
  }

  private static long nearest(List<String> headings) {
    return headings.isEmpty()
        ? NO_HEADING
        : Fingerprint.hash64(
            Wording.ofPath(headings.subList(headings.size() - 1, headings.size())));
  }

  int size() {
    return read.size();
  }

  Clause clause(int at) {
    return segmentation.clauses().get(at);
  }

  /** Key of the clause before one; 0 before the first. */
  long keyBefore(int at) {
    return at == 0 ? 0 : read.get(at - 1).key();
  }
}
