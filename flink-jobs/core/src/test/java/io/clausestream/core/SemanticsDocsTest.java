package io.clausestream.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.change.SuppressionReason;
import io.clausestream.core.quality.EvidenceCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on semantics lists the codes that consumers meet: all of them and no others. */
class SemanticsDocsTest {

  /** The tracker's own reason for a bad capture; evidence on a page cannot show it. */
  private static final String NO_BASELINE = "NO_BASELINE";

  @Test
  void everyReasonOfASuppressionOrSuspicionIsListedAndNoOther() throws IOException {
    Set<String> listed = new TreeSet<>(rows("Reasons of verdict SUPPRESSED:"));
    listed.addAll(rows("Suspicions, for which a change waits before it is told:"));

    assertThat(listed).containsExactlyInAnyOrderElementsOf(names(SuppressionReason.values()));
  }

  @Test
  void everyReasonOfABadCaptureIsListedAndNoOther() throws IOException {
    Set<String> codes = names(EvidenceCode.values());
    codes.add(NO_BASELINE);

    assertThat(rows("Reasons of verdict BAD_CAPTURE:")).containsExactlyInAnyOrderElementsOf(codes);
  }

  private static Set<String> names(Enum<?>[] codes) {
    Set<String> names = new TreeSet<>();
    Stream.of(codes).map(Enum::name).forEach(names::add);
    return names;
  }

  /** The codes in the first column of the table below a line; each has a "when". */
  private static List<String> rows(String above) throws IOException {
    List<String> lines = Files.readAllLines(Path.of("../docs/semantics.md"));
    assertThat(lines).contains(above);
    List<String> codes = new ArrayList<>();
    for (String line : lines.subList(lines.indexOf(above) + 2, lines.size())) {
      if (!line.startsWith("|")) {
        break;
      }
      if (line.startsWith("| `")) {
        assertThat(line).matches("\\| `[A-Z_]+` \\| .{10,} \\|");
        codes.add(line.substring(3, line.indexOf('`', 3)));
      }
    }
    return codes;
  }
}
