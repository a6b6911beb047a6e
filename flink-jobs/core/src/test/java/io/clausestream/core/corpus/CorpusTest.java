package io.clausestream.core.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.clausestream.core.change.SuppressionReason;
import io.clausestream.core.quality.EvidenceCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Replays the corpus: a file of {@code src/test/resources/corpus} each, with what its pages show
 * and what the engine says of each capture. A new case is a new file.
 */
class CorpusTest {

  private static final Path CORPUS = Path.of("src/test/resources/corpus");

  /** Suspicions: what is told of them in the end has another reason. */
  private static final Set<String> SUSPICIONS =
      Set.of("LOSS_OF_TEXT", "REPLACED_TEXT", "PASSING_NOTICE");

  static Stream<Arguments> cases() throws IOException {
    return read().stream().map(one -> arguments(one));
  }

  private static List<CorpusCase> read() throws IOException {
    try (Stream<Path> files = Files.list(CORPUS)) {
      List<CorpusCase> cases = new ArrayList<>();
      for (Path file : files.filter(path -> path.toString().endsWith(".case")).sorted().toList()) {
        cases.add(CorpusCase.read(file, CORPUS.resolve("fragments")));
      }
      return cases;
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void eachCaptureGetsItsVerdict(CorpusCase one) throws Exception {
    CorpusReplay replay = new CorpusReplay();
    for (Capture capture : one.captures()) {
      replay.fetch(capture);
    }
    replay.end();

    assertThat(one.captures().stream().map(c -> c + " -> " + String.join(", ", replay.said(c))))
        .as(one.shows())
        .containsExactlyElementsOf(
            one.captures().stream()
                .map(c -> c + " -> " + String.join(", ", c.expected()))
                .toList());
    for (Capture capture : one.captures()) {
      assertThat(capture.tells())
          .as("%s: %s", one, capture)
          .allMatch(text -> replay.told(capture).contains(text));
    }
  }

  @Test
  void everyCaseSaysInASentenceWhatItShows() throws IOException {
    assertThat(read())
        .hasSizeGreaterThan(30)
        .allMatch(one -> one.shows().matches("[A-Z].{30,}\\."));
  }

  @Test
  void everyReasonAndEveryEvidenceHasACase() throws IOException {
    String expected =
        read().stream()
            .flatMap(one -> one.captures().stream())
            .flatMap(capture -> capture.expected().stream())
            .collect(Collectors.joining("\n"));
    Set<String> missing = new TreeSet<>();
    Stream.of(SuppressionReason.values())
        .filter(reason -> !SUSPICIONS.contains(reason.name()))
        .filter(reason -> !expected.contains("SUPPRESSED " + reason))
        .forEach(reason -> missing.add(reason.name()));
    Stream.of(EvidenceCode.values())
        .filter(code -> !expected.contains("BAD_CAPTURE " + code))
        .forEach(code -> missing.add(code.name()));

    assertThat(missing).isEmpty();
  }
}
