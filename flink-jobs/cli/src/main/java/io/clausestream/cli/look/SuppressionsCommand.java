package io.clausestream.cli.look;

import io.clausestream.cli.ExitCode;
import io.clausestream.cli.broker.BrokerOptions;
import io.clausestream.cli.broker.RecordFormat;
import io.clausestream.cli.broker.TopicListing;
import io.clausestream.cli.console.SuppressionText;
import io.clausestream.cli.console.Terminal;
import io.clausestream.cli.json.ArchivePage;
import io.clausestream.cli.json.JsonLine;
import io.clausestream.cli.spill.KeyedLine;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.schema.Suppression;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code clausestream suppressions}: the fetches that differed and did not alert. */
@Command(
    name = "suppressions",
    description = {
      "Prints the fetches that differed, or could not be used, and did not alert, each with its"
          + " reason, in the order of their time.",
      "Reads the topic suppressions of an engine that runs, committed records only."
    })
public final class SuppressionsCommand implements Callable<Integer> {

  @Mixin private BrokerOptions broker;

  @Option(
      names = "--reason",
      paramLabel = "REASON",
      description = "Only those of this reason or verdict; may be given several times.")
  private List<String> reasons = List.of();

  @Option(
      names = "--document",
      paramLabel = "DOCUMENT",
      description = "Only those of this document, like 'Platform/Document type'.")
  private @Nullable String document;

  @Option(
      names = "--since",
      paramLabel = "T",
      description = "Only those that were decided then or later.")
  private @Nullable Instant since;

  @Option(names = "--follow", description = "Go on with those that come, until Ctrl-C.")
  private boolean follow;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "text: for people; jsonl: one JSON object in a line (default: ${DEFAULT-VALUE}).")
  private RecordFormat format;

  @Spec private CommandSpec spec;

  /** Called by picocli. */
  public SuppressionsCommand() {}

  @Override
  public Integer call() throws IOException {
    Set<String> wanted = wanted();
    Terminal terminal = Terminal.of(spec);
    Function<Suppression, String> renderer = renderer(terminal);
    Map<String, Long> counts = new TreeMap<>();
    TopicListing<Suppression> listing =
        new TopicListing<>(
            terminal,
            TopicCatalogue.SUPPRESSIONS,
            Suppression.class,
            suppression -> {
              if (!isWanted(suppression, wanted)) {
                return Optional.empty();
              }
              counts.merge(suppression.getReason(), 1L, Long::sum);
              return Optional.of(line(suppression, renderer.apply(suppression)));
            });
    listing.print(broker.connect(TopicCatalogue.SUPPRESSIONS), follow);
    if (format == RecordFormat.TEXT) {
      summarize(terminal.out(), counts);
    }
    return ExitCode.OK;
  }

  private Set<String> wanted() {
    Set<String> wanted = new LinkedHashSet<>();
    for (String reason : reasons) {
      String name = ReasonNames.normal(reason);
      if (!ReasonNames.all().contains(name)) {
        throw new ParameterException(
            spec.commandLine(),
            "'"
                + reason
                + "' of --reason is no reason; choose one of "
                + String.join(", ", ReasonNames.all()));
      }
      wanted.add(name);
    }
    return wanted;
  }

  private boolean isWanted(Suppression suppression, Set<String> wanted) {
    return (wanted.isEmpty()
            || wanted.contains(suppression.getReason())
            || wanted.contains(suppression.getVerdict().name()))
        && (document == null || document.equals(suppression.getDocumentId()))
        && (since == null || !suppression.getDetectedAt().isBefore(since));
  }

  private Function<Suppression, String> renderer(Terminal terminal) {
    return switch (format) {
      case TEXT -> new SuppressionText(terminal.palette())::render;
      case JSONL -> suppression -> JsonLine.of(suppression, ArchivePage.of(suppression));
    };
  }

  private static KeyedLine line(Suppression suppression, String text) {
    return KeyedLine.byTime(
        suppression.getDetectedAt(), suppression.getDocumentId(), suppression.getFetchId(), text);
  }

  private static void summarize(PrintWriter out, Map<String, Long> counts) {
    long all = counts.values().stream().mapToLong(Long::longValue).sum();
    String parts =
        counts.entrySet().stream()
            .map(count -> "%,d %s".formatted(count.getValue(), count.getKey()))
            .collect(Collectors.joining(", "));
    out.printf("%,d without an alert%s%n", all, all == 0 ? "." : ": " + parts + ".");
    out.flush();
  }
}
