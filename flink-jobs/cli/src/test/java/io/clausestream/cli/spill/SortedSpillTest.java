package io.clausestream.cli.spill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SortedSpillTest {

  private static final Instant MONDAY = Instant.parse("2026-01-05T06:00:00Z");

  @TempDir private Path folder;

  @Test
  void linesComeByDocumentThenInstantThenId() throws IOException {
    spill(
        "spill-0",
        KeyedLine.of("B", MONDAY, "1", "d"),
        KeyedLine.of("A", MONDAY.plusSeconds(1), "1", "c"),
        KeyedLine.of("A", MONDAY, "2", "b"),
        KeyedLine.of("A", MONDAY, "1", "a"));

    assertThat(merged()).isEqualTo("a\nb\nc\nd\n");
  }

  @Test
  void aDocumentWhoseNameIsTheBeginOfAnotherComesFirst() throws IOException {
    spill("spill-0", KeyedLine.of("A b", MONDAY, "1", "2"), KeyedLine.of("A", MONDAY, "9", "1"));

    assertThat(merged()).isEqualTo("1\n2\n");
  }

  @Test
  void instantsBefore1970SortToo() throws IOException {
    spill(
        "spill-0",
        KeyedLine.of("A", Instant.EPOCH, "1", "2"),
        KeyedLine.of("A", Instant.EPOCH.minusMillis(1), "1", "1"));

    assertThat(merged()).isEqualTo("1\n2\n");
  }

  @Test
  void theResultDoesNotDependOnHowManySpillsThereWere() throws IOException {
    String filler = "x".repeat(64 << 10);
    List<KeyedLine> lines = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      lines.add(KeyedLine.of("D" + i % 7, MONDAY.plusSeconds(i), "i" + i, i + filler));
    }
    spill("spill-0", lines.toArray(KeyedLine[]::new));
    String alone = merged();
    clear();

    Collections.shuffle(lines, new Random(1));
    spill("spill-0", lines.subList(0, 90).toArray(KeyedLine[]::new));
    spill("spill-1", lines.subList(90, 200).toArray(KeyedLine[]::new));

    assertThat(merged()).isEqualTo(alone);
    assertThat(alone.lines()).hasSize(200);
  }

  @Test
  void nothingIsAnEmptyFile() throws IOException {
    spill("spill-0");

    assertThat(merged()).isEmpty();
  }

  private void spill(String name, KeyedLine... lines) throws IOException {
    try (SortedSpill spill = new SortedSpill(folder, name)) {
      for (KeyedLine line : lines) {
        spill.add(line);
      }
    }
  }

  private String merged() throws IOException {
    StringWriter out = new StringWriter();
    SpillMerge.merge(folder, out);
    return out.toString();
  }

  private void clear() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }
}
