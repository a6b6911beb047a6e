package io.clausestream.cli;

import io.clausestream.cli.alerts.AlertsCommand;
import io.clausestream.cli.changes.ChangesCommand;
import io.clausestream.cli.cluster.ClusterCommand;
import io.clausestream.cli.completion.CompletionCommand;
import io.clausestream.cli.config.ConfigCommand;
import io.clausestream.cli.deadletter.DeadLettersCommand;
import io.clausestream.cli.deliver.DeliverCommand;
import io.clausestream.cli.deliveries.DeliveriesCommand;
import io.clausestream.cli.diff.DiffCommand;
import io.clausestream.cli.digests.DigestsCommand;
import io.clausestream.cli.explain.ExplainCommand;
import io.clausestream.cli.feed.ImportCommand;
import io.clausestream.cli.feed.SubmitCommand;
import io.clausestream.cli.look.ShowCommand;
import io.clausestream.cli.look.SuppressionsCommand;
import io.clausestream.cli.look.WhyCommand;
import io.clausestream.cli.replay.ReplayCommand;
import io.clausestream.cli.rules.RulesCommand;
import io.clausestream.cli.subscription.SubscribeCommand;
import io.clausestream.cli.subscription.SubscriptionsCommand;
import io.clausestream.cli.topics.TopicsCommand;
import io.clausestream.cli.up.UpCommand;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code clausestream} command. */
@Command(
    name = "clausestream",
    mixinStandardHelpOptions = true,
    version = "Clausestream 0.1.0-SNAPSHOT",
    scope = ScopeType.INHERIT,
    description = "Finds what really changed in the terms, policies and rules of platforms.",
    subcommands = {
      UpCommand.class,
      ReplayCommand.class,
      ImportCommand.class,
      SubmitCommand.class,
      ChangesCommand.class,
      ExplainCommand.class,
      WhyCommand.class,
      ShowCommand.class,
      SuppressionsCommand.class,
      DiffCommand.class,
      AlertsCommand.class,
      DigestsCommand.class,
      RulesCommand.class,
      SubscribeCommand.class,
      SubscriptionsCommand.class,
      DeliverCommand.class,
      DeliveriesCommand.class,
      ClusterCommand.class,
      TopicsCommand.class,
      DeadLettersCommand.class,
      ConfigCommand.class,
      CompletionCommand.class
    },
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all is well",
      "1:the command ran, and what it checked does not hold",
      "2:the command line is wrong",
      "3:a broker, port, folder, file or archive is not as needed; the message says what to do",
      "4:a fault of the program",
      "130:ended by Ctrl-C"
    })
public final class Clausestream implements Runnable {

  @Option(
      names = "--stacktrace",
      scope = ScopeType.INHERIT,
      description = "Print the stack trace of what went wrong.")
  private boolean stacktrace;

  @Spec private CommandSpec spec;

  /** Called by picocli. */
  public Clausestream() {}

  /** Runs a command and exits with its code. */
  public static void main(String[] args) {
    int code = commandLine(utf8(System.out), utf8(System.err)).execute(args);
    System.out.flush();
    System.exit(code);
  }

  /** The command with where it prints; each run needs its own. */
  public static CommandLine commandLine(PrintWriter out, PrintWriter err) {
    Clausestream root = new Clausestream();
    return new CommandLine(root)
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .registerConverter(Instant.class, Instants::parse)
        .setParameterExceptionHandler((e, args) -> usage(e))
        .setExecutionExceptionHandler((e, command, parsed) -> root.failed(e, command));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "A command is missing");
  }

  private static PrintWriter utf8(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  private static int usage(ParameterException e) {
    CommandLine command = e.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    command
        .getErr()
        .println("clausestream: " + oneLine(e.getMessage()) + "; see '" + name + " --help'.");
    return ExitCode.USAGE;
  }

  private int failed(Exception e, CommandLine command) {
    List<String> lines =
        e instanceof UserMistake mistake
            ? mistake.lines()
            : List.of(
                "a fault of the program: "
                    + oneLine(String.valueOf(e))
                    + "; run it again with --stacktrace and report it.");
    lines.forEach(line -> command.getErr().println("clausestream: " + oneLine(line)));
    if (stacktrace) {
      e.printStackTrace(command.getErr());
    }
    command.getErr().flush();
    return e instanceof UserMistake ? ExitCode.MISTAKE : ExitCode.FAULT;
  }

  private static String oneLine(String message) {
    return message.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
