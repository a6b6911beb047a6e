package io.clausestream.cli.completion;

import io.clausestream.cli.ExitCode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code clausestream completion}: a script by which a shell completes commands and options. */
@Command(
    name = "completion",
    description = {
      "Prints a script by which the shell completes commands, options and file names.",
      "For this session: source <(./clausestream completion bash)"
    })
public final class CompletionCommand implements Callable<Integer> {

  /** Shells that the script is for. */
  private enum Shell {
    BASH,
    ZSH
  }

  @Parameters(paramLabel = "SHELL", description = "bash or zsh.")
  private Shell shell;

  @Spec private CommandSpec spec;

  /** Called by picocli. */
  public CompletionCommand() {}

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (shell == Shell.ZSH) {
      // zsh has completion, and that of bash within it, only when it is told to.
      out.println("autoload -U +X compinit && compinit -u");
      out.println("autoload -U +X bashcompinit && bashcompinit");
    }
    CommandSpec root = spec.root();
    out.print(AutoComplete.bash(root.name(), root.commandLine()));
    out.flush();
    return ExitCode.OK;
  }
}
