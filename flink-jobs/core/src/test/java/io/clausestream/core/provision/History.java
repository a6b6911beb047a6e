package io.clausestream.core.provision;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.diff.BlockDiff;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A document whose texts come into force one after the other, all changes told. */
final class History {

  static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

  private List<Block> text;
  private Provisions provisions;

  History(List<Block> first) {
    text = first;
    provisions = Follower.first("Example/Terms", first, START);
  }

  static History of(String lines) {
    return new History(Lines.blocks(lines));
  }

  /** The text so many days after the first. */
  List<ProvisionChange> then(int days, String lines) {
    return then(days, Lines.blocks(lines));
  }

  List<ProvisionChange> then(int days, List<Block> next) {
    Followed followed =
        Follower.follow(
            "Example/Terms", text, provisions, next, at(days), BlockDiff.between(text, next));
    text = next;
    provisions = followed.now();
    return followed.changes();
  }

  static Instant at(int days) {
    return START.plus(Duration.ofDays(days));
  }

  Provisions provisions() {
    return provisions;
  }

  List<Block> text() {
    return text;
  }

  /** The ids of the text in force, in order. */
  List<String> ids() {
    return provisions.tracked().stream().map(Provision::id).toList();
  }

  /** Id of the clause with a text. */
  String id(String words) {
    return provision(words).id();
  }

  /** Provision of the clause with a text. */
  Provision provision(String words) {
    Provision found = byText().get(words);
    if (found == null) {
      throw new IllegalArgumentException("no clause '" + words + "' in " + byText().keySet());
    }
    return found;
  }

  Map<String, Provision> byText() {
    Segmentation segmentation = Segmentation.of(text);
    Map<String, Provision> byText = new TreeMap<>();
    provisions.tracked().forEach(p -> byText.put(segmentation.clauses().get(p.clause()).text(), p));
    return byText;
  }
}
