package io.clausestream.core.noise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Writes the whole table: {@code -Dclausestream.noise.table=FILE}. */
@EnabledIfSystemProperty(named = "clausestream.noise.table", matches = ".+")
class NoiseTableTest {

  @Test
  void theTableIsWritten() throws Exception {
    List<String> lines = new ArrayList<>();
    List<String> details = new ArrayList<>();
    List<Outcome> all = new ArrayList<>();
    for (Noise noise : Kinds.all()) {
      List<Outcome> outcomes = NoiseTable.of(noise);
      all.addAll(outcomes);
      lines.add(Kinds.half(noise) + " " + NoiseTable.line(noise.name(), outcomes));
      details.addAll(
          NoiseTable.details(outcomes).stream().map(l -> Kinds.half(noise) + l).toList());
    }
    for (String half : List.of("a", "b")) {
      lines.add(
          NoiseTable.line(
              "half " + half,
              all.stream().filter(o -> Kinds.half(o.site().noise()).equals(half)).toList()));
    }
    lines.add(NoiseTable.line("all", all));
    lines.addAll(details);
    Files.write(Path.of(System.getProperty("clausestream.noise.table")), lines);

    assertThat(all).hasSize(Kinds.all().size() * 16);
  }
}
