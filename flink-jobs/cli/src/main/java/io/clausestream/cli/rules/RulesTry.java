package io.clausestream.cli.rules;

import io.clausestream.cli.ExitCode;
import io.clausestream.cli.archive.ArchiveOptions;
import io.clausestream.cli.console.Terminal;
import io.clausestream.cli.replay.ReplayTrial;
import io.clausestream.cli.replay.ReplayTrial.Judged;
import io.clausestream.cli.rulefile.RuleFiles;
import io.clausestream.pipeline.operator.RuleTexts;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code clausestream rules try}: what a candidate would change on history. */
@Command(
    name = "try",
    description = {
      "Replays a history with the rules of now and with a candidate, both from its beginning on, and"
          + " shows each change that they judge differently, with the reasons of both.",
      "Needs no broker and publishes nothing. Ends with 0 however much differs."
    })
final class RulesTry implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "The candidate.")
  private Path file;

  @Option(
      names = "--against",
      paramLabel = "FILE",
      description = "The rules to compare with (default: the shipped ones).")
  private @Nullable Path against;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      description = "Subtasks of each operator (default: the number of processors).")
  private int parallelism = Runtime.getRuntime().availableProcessors();

  @Mixin private ArchiveOptions archives;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (parallelism < 1) {
      throw new ParameterException(spec.commandLine(), "--parallelism must be 1 or more");
    }
    RuleTexts now = against == null ? RuleTexts.SHIPPED : RuleTexts.only(RuleFiles.text(against));
    RuleTexts candidate = RuleTexts.only(RuleFiles.text(file));
    Terminal terminal = Terminal.of(spec);
    ReplayTrial trial = new ReplayTrial(terminal, archives, parallelism);
    Map<String, Judged> before = trial.run(now);
    Map<String, Judged> after = trial.run(candidate);
    tell(terminal, before, after);
    terminal.out().flush();
    return ExitCode.OK;
  }

  private static void tell(
      Terminal terminal, Map<String, Judged> before, Map<String, Judged> after) {
    Set<String> ids = new LinkedHashSet<>(before.keySet());
    ids.addAll(after.keySet());
    Map<String, Integer> moves = new TreeMap<>();
    int differ = 0;
    for (String id : ids) {
      Judged old = before.get(id);
      Judged now = after.get(id);
      moves.merge(severity(old) + " -> " + severity(now), 1, Integer::sum);
      if (!verdict(old).equals(verdict(now))) {
        differ++;
        tell(terminal, id, old, now);
      }
    }
    terminal.out().printf("%,d of %,d changes are judged differently.%n", differ, ids.size());
    moves.forEach((move, count) -> terminal.out().printf("  %-18s %,d%n", move, count));
  }

  private static void tell(
      Terminal terminal, String id, @Nullable Judged old, @Nullable Judged now) {
    Judged any = now == null ? old : now;
    if (any != null) {
      terminal.out().printf("%s  %s  %s%n", any.detectedAt(), any.documentId(), id);
    }
    terminal.out().printf("  now:       %s%n", told(old));
    terminal.out().printf("  candidate: %s%n%n", told(now));
  }

  private static String severity(@Nullable Judged judged) {
    return judged == null ? "none" : judged.severity();
  }

  private static String verdict(@Nullable Judged judged) {
    return judged == null
        ? "no change"
        : judged.severity() + " " + judged.direction() + " [" + judged.categories() + "]";
  }

  private static String told(@Nullable Judged judged) {
    return judged == null ? verdict(judged) : verdict(judged) + " " + judged.reasons();
  }
}
