package io.clausestream.connector.delivery.text;

import io.clausestream.connector.delivery.text.Telling.Passage;
import io.clausestream.schema.BlockChange;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.ProvisionChange;
import io.clausestream.schema.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts the changed blocks of a change under their provisions, most severe first, as many as a
 * reader can take in.
 */
final class Passages {

  /** Beyond this a mail is cut off by those who show it. */
  private static final int MOST_CHARACTERS = 50_000;

  private static final int MOST_PASSAGES = 60;

  private static final String STEP = " › ";

  private final PageChange change;
  private final Words words;
  private final List<Passage> shown = new ArrayList<>();
  private int left;

  private Passages(PageChange change, Words words) {
    this.change = change;
    this.words = words;
  }

  static Passages of(PageChange change, Words words) {
    Passages passages = new Passages(change, words);
    int characters = 0;
    for (Passage passage : passages.all()) {
      characters += passage.redlines().stream().mapToInt(Redline::length).sum();
      if (passages.shown.isEmpty() || passages.hasRoom(characters)) {
        passages.shown.add(passage);
      } else {
        passages.left += passage.redlines().size();
      }
    }
    return passages;
  }

  private boolean hasRoom(int characters) {
    return characters <= MOST_CHARACTERS && shown.size() < MOST_PASSAGES;
  }

  /** Those that are shown. */
  List<Passage> shown() {
    return shown;
  }

  /** How many blocks are not. */
  int left() {
    return left;
  }

  private List<Passage> all() {
    Map<String, List<BlockChange>> groups = new LinkedHashMap<>();
    for (BlockChange block : change.getBlocks()) {
      groups.computeIfAbsent(key(block), key -> new ArrayList<>()).add(block);
    }
    return groups.values().stream()
        .map(this::passage)
        .sorted(Comparator.comparing((Passage p) -> p.badge().severity()).reversed())
        .toList();
  }

  private static String key(BlockChange block) {
    return block.getProvisionId() == null
        ? "under " + block.getHeadingPath()
        : block.getProvisionId();
  }

  private Passage passage(List<BlockChange> blocks) {
    BlockChange first = blocks.get(0);
    Optional<ProvisionChange> provision = provision(first);
    List<String> path =
        provision.map(ProvisionChange::getHeadingPath).orElseGet(first::getHeadingPath);
    Severity severity = provision.map(ProvisionChange::getSeverity).orElse(Severity.UNKNOWN);
    String what =
        provision
            .map(found -> words.of("lineage", found.getLineage()))
            .orElseGet(() -> words.of("operation", first.getOperation()));
    String heading = path.isEmpty() ? words.get("heading.none") : String.join(STEP, path);
    return new Passage(
        heading,
        Tellings.badge(severity, words),
        what,
        blocks.stream().map(RedlineMaker::of).toList());
  }

  private Optional<ProvisionChange> provision(BlockChange block) {
    return change.getProvisions().stream()
        .filter(found -> found.getProvisionId() != null)
        .filter(found -> found.getProvisionId().equals(block.getProvisionId()))
        .findFirst();
  }
}
