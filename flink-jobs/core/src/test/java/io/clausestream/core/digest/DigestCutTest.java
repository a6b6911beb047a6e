package io.clausestream.core.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.digest.DigestCut.Item;
import io.clausestream.core.severity.Severity;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DigestCutTest {

  @Test
  void theMostSevereComeFirstThenInTheOrderOfTime() {
    DigestCut cut =
        DigestCut.of(
            List.of(
                item("b", Severity.LOW, 1),
                item("d", Severity.HIGH, 9),
                item("c", Severity.HIGH, 2),
                item("a", Severity.MEDIUM, 1)));

    assertThat(cut.listed()).extracting(Item::changeId).containsExactly("c", "d", "a", "b");
    assertThat(cut.omitted()).isZero();
  }

  @Test
  void theLeastSevereAreLeftOut() {
    List<Item> week =
        IntStream.range(0, DigestCut.MOST + 3)
            .mapToObj(i -> item("c" + i, i < 4 ? Severity.LOW : Severity.HIGH, i))
            .toList();

    DigestCut cut = DigestCut.of(week);

    assertThat(cut.listed()).hasSize(DigestCut.MOST);
    assertThat(cut.omitted()).isEqualTo(3);
    assertThat(cut.listed().get(DigestCut.MOST - 1).changeId()).isEqualTo("c0");
  }

  @Test
  void bytesAreBounded() {
    Item large = new Item("a", Severity.LOW, Instant.EPOCH, DigestCut.MOST_BYTES);
    Item small = new Item("b", Severity.HIGH, Instant.EPOCH, 1);

    assertThat(DigestCut.of(List.of(large, small)).listed()).containsExactly(small);
    assertThat(DigestCut.of(List.of(large)).omitted()).isZero();
  }

  private static Item item(String id, Severity severity, int second) {
    return new Item(id, severity, Instant.ofEpochSecond(second), 10);
  }
}
