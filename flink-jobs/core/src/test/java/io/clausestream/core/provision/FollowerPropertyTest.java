package io.clausestream.core.provision;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.canonical.BlockKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for any text, on made-up ones that are the same at each run. */
class FollowerPropertyTest {

  private static final List<BlockKind> KINDS = List.of(BlockKind.values());

  private static final int SECTIONS = 12;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
  void thePermutedSectionsOfATextKeepAllIds(long seed) {
    Random random = new Random(seed);
    List<String> sections =
        IntStream.range(0, SECTIONS)
            .mapToObj(i -> "## Part " + (char) ('A' + i) + "\n" + section(random))
            .collect(Collectors.toCollection(ArrayList::new));
    History history = History.of("# Terms\n" + String.join("", sections));
    Map<String, String> before = idsByPlace(history);

    Collections.shuffle(sections, random);
    history.then(1, "# Terms\n" + String.join("", sections));

    assertThat(idsByPlace(history)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
  void idsAreUniqueAndTheSameAtEachRunWhateverComes(long seed) {
    History one = random(new Random(seed));
    History other = random(new Random(seed));

    assertThat(one.provisions()).isEqualTo(other.provisions());
  }

  private static History random(Random random) {
    History history = new History(text(random));
    for (int day = 1; day < 30; day++) {
      history.then(day * 20, text(random));
      List<String> ids = new ArrayList<>(history.ids());
      history.provisions().removed().forEach(removed -> ids.add(removed.id()));
      assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
    }
    return history;
  }

  /** Few different blocks, so that many are equal. */
  private static List<Block> text(Random random) {
    return IntStream.range(0, random.nextInt(40))
        .mapToObj(
            i -> {
              BlockKind kind = KINDS.get(random.nextInt(KINDS.size()));
              int level = kind == BlockKind.HEADING ? 1 + random.nextInt(3) : 0;
              return new Block(kind, level, sentence(random, 2));
            })
        .toList();
  }

  private static String section(Random random) {
    return IntStream.range(0, 1 + random.nextInt(4))
        .mapToObj(i -> sentence(random, 6) + "\n")
        .collect(Collectors.joining());
  }

  private static String sentence(Random random, int words) {
    return IntStream.rangeClosed(0, words)
            .mapToObj(i -> "word" + (char) ('a' + random.nextInt(4)))
            .collect(Collectors.joining(" "))
        + (random.nextBoolean() ? "." : "");
  }

  /** Ids by heading and position below it. */
  private static Map<String, String> idsByPlace(History history) {
    Segmentation text = Segmentation.of(history.text());
    Map<List<String>, Integer> seen = new HashMap<>();
    Map<String, String> ids = new HashMap<>();
    for (Provision provision : history.provisions().tracked()) {
      List<String> path = text.clauses().get(provision.clause()).headingPath();
      ids.put(path + " " + seen.merge(path, 1, Integer::sum), provision.id());
    }
    return ids;
  }
}
