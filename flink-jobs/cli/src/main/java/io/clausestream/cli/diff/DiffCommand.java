package io.clausestream.cli.diff;

import io.clausestream.cli.ExitCode;
import io.clausestream.cli.console.Terminal;
import io.clausestream.cli.spill.OutputFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code clausestream diff}: a redline of two captures, with the engine's verdict. */
@Command(
    name = "diff",
    description = {
      "Compares two captures of a page as the engine would, had it seen nothing else: the verdict,"
          + " why, and a redline of what changed.",
      "Needs no engine that runs. Exit code 0 whatever the verdict."
    })
public final class DiffCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "OLD.html", description = "The earlier capture.")
  private Path before;

  @Parameters(index = "1", paramLabel = "NEW.html", description = "The later capture.")
  private Path after;

  @Option(
      names = "--html",
      paramLabel = "OUT.html",
      description = "Write the redline as one HTML page that needs nothing else.")
  private @Nullable Path html;

  @Option(
      names = "--content-type",
      paramLabel = "TYPE",
      description =
          "Content type that the server gave for both, like 'text/html; charset=iso-8859-1'"
              + " (default: as the bytes show).")
  private @Nullable String contentType;

  @Spec private CommandSpec spec;

  /** Called by picocli. */
  public DiffCommand() {}

  @Override
  public Integer call() throws IOException {
    Terminal terminal = Terminal.of(spec);
    CaptureFile old = CaptureFile.read(before);
    CaptureFile now = CaptureFile.read(after);
    if (html == null) {
      new DiffText(terminal).print(old, now, judge(old, now));
      return ExitCode.OK;
    }
    try (OutputFile file = OutputFile.begin(html)) {
      Judgement judgement = judge(old, now);
      new DiffText(terminal).print(old, now, judgement);
      file.fill(
          writer -> {
            writer.write(DiffPage.of(old.nameBeside(now), now.nameBeside(old), judgement));
            return 1;
          });
      terminal.out().println("Wrote the redline to '" + html + "'.");
      terminal.out().flush();
    }
    return ExitCode.OK;
  }

  private Judgement judge(CaptureFile old, CaptureFile now) {
    return TwoCaptures.judge(old, now, Optional.ofNullable(contentType));
  }
}
