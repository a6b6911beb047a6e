package io.clausestream.cli.console;

import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Where a command prints, and what the place can show. The launcher, which can ask, says which
 * stream is a terminal.
 *
 * @param out what the command is for
 * @param err progress and what went wrong
 * @param palette how words stand out on {@code out}
 * @param live whether {@code err} can overwrite its last line
 * @param width columns of the terminal
 */
public record Terminal(PrintWriter out, PrintWriter err, Palette palette, boolean live, int width) {

  private static final int USUAL_WIDTH = 100;
  private static final int LEAST_WIDTH = 40;

  /** The terminal of a command. */
  public static Terminal of(CommandSpec spec) {
    return new Terminal(
        spec.commandLine().getOut(),
        spec.commandLine().getErr(),
        palette(Boolean.getBoolean("clausestream.terminal.out"), System.getenv()),
        Boolean.getBoolean("clausestream.terminal.err"),
        Math.max(LEAST_WIDTH, Integer.getInteger("clausestream.terminal.width", USUAL_WIDTH)));
  }

  /** Colours on a terminal, unless {@code NO_COLOR} is set to anything. */
  static Palette palette(boolean terminal, Map<String, String> environment) {
    boolean unwanted = !environment.getOrDefault("NO_COLOR", "").isEmpty();
    return terminal && !unwanted ? Palette.COLOUR : Palette.PLAIN;
  }
}
