package io.clausestream.cli.completion;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.cli.Clausestream;
import io.clausestream.cli.ExitCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CompletionCommandTest {

  private final StringWriter out = new StringWriter();
  private final CommandLine command =
      Clausestream.commandLine(new PrintWriter(out, true), new PrintWriter(new StringWriter()));

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh"})
  void theScriptNamesEachCommandAndItsOptions(String shell) {
    assertThat(command.execute("completion", shell)).isEqualTo(ExitCode.OK);

    String commands =
        out.toString()
            .lines()
            .filter(line -> line.strip().startsWith("local commands="))
            .findFirst()
            .orElseThrow();
    assertThat(command.getSubcommands()).isNotEmpty();
    command
        .getSubcommands()
        .forEach(
            (name, sub) -> {
              assertThat(commands.split("[\" ]+")).contains(name);
              sub.getCommandSpec()
                  .options()
                  .forEach(option -> assertThat(out.toString()).contains(option.longestName()));
            });
  }

  @Test
  void aShellThatItIsNotForIsAMistake() {
    assertThat(command.execute("completion", "fish")).isEqualTo(ExitCode.USAGE);
  }
}
