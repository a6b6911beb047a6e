package io.clausestream.cli.replay;

import io.clausestream.cli.ExitCode;
import io.clausestream.cli.archive.ArchiveOptions;
import io.clausestream.cli.audit.Audit;
import io.clausestream.cli.audit.CompareOptions;
import io.clausestream.cli.audit.Period;
import io.clausestream.cli.console.Progress;
import io.clausestream.cli.console.Terminal;
import io.clausestream.cli.rulefile.RuleFiles;
import io.clausestream.cli.spill.OutputFile;
import io.clausestream.cli.spill.SpillFolder;
import io.clausestream.connector.history.Archive;
import io.clausestream.connector.history.ArchiveCounts;
import io.clausestream.connector.history.HistorySource;
import io.clausestream.connector.history.KnownBodies;
import io.clausestream.pipeline.cache.CanonicalStore;
import io.clausestream.pipeline.job.ConservationLaw;
import io.clausestream.pipeline.job.FetchVerdict;
import io.clausestream.pipeline.operator.RuleTexts;
import io.clausestream.pipeline.topology.DetectionOptions;
import io.clausestream.schema.Origin;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code clausestream replay}: history through the detection, without Kafka. */
@Command(
    name = "replay",
    description = {
      "Reads a history through the same detection as the engine's, from its first capture on, and"
          + " tells what would have been alerted. The same history gives the same files, byte for"
          + " byte, at any parallelism.",
      "Ends with the conservation law: every fetch has one verdict. Ends with 1 when it is broken.",
      "With --compare or --compare-topic it is an audit: it tells which of the recorded changes of"
          + " the period are reproduced, different, missing or extra."
    })
public final class ReplayCommand implements Callable<Integer> {

  @Mixin private ArchiveOptions archives;
  @Mixin private CompareOptions compare;
  @Mixin private CanonicalCacheOption cache;

  @Option(
      names = "--since",
      paramLabel = "T",
      description =
          "First detection instant that is put out, like 2026-01-31T12:00:00Z or 2026-01-31. All is"
              + " read from the beginning on.")
  private @Nullable Instant since;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      description = "Subtasks of each operator (default: the number of processors).")
  private int parallelism = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--changes",
      paramLabel = "OUT.jsonl",
      description = "Write each change that would alert, as one JSON object in a line.")
  private @Nullable Path changes;

  @Option(
      names = "--suppressions",
      paramLabel = "OUT.jsonl",
      description = "Write each fetch that differed and does not alert, with its reason.")
  private @Nullable Path suppressions;

  @Option(
      names = "--rules",
      paramLabel = "FILE",
      description =
          "Rules that hold from their effectiveFrom on, over the shipped ones; may be given several"
              + " times.")
  private List<Path> rules = List.of();

  @Option(
      names = "--prevalence",
      paramLabel = "OUT.jsonl",
      description =
          "Write on how many platforms each category stands, at the end of each UTC day that tells"
              + " something new, and the movements of several platforms.")
  private @Nullable Path prevalence;

  @Spec private CommandSpec spec;

  /** Called by picocli. */
  public ReplayCommand() {}

  @Override
  public Integer call() throws Exception {
    checkOptions();
    Terminal terminal = Terminal.of(spec);
    Contents contents = contents(terminal);
    describe(terminal.out(), contents.counts());
    if (!compare.isWanted()) {
      return replay(terminal, contents, Optional.empty()) ? ExitCode.OK : ExitCode.DIFFERS;
    }
    Period period = new Period(begin(), contents.end(), archives.filter().platforms());
    try (Audit audit = Audit.begin(terminal, compare, period)) {
      boolean lawful = replay(terminal, contents, Optional.of(audit));
      boolean reproduced = audit.conclude(contents.platforms()::contains);
      return lawful && reproduced ? ExitCode.OK : ExitCode.DIFFERS;
    }
  }

  /**
   * What the archive holds.
   *
   * @param counts what of it is read
   * @param platforms all its platforms
   * @param end the instant that the replay ends with
   * @param store what replays before made of it
   */
  private record Contents(
      ArchiveCounts counts, Set<String> platforms, Instant end, Optional<CanonicalStore> store) {}

  private Contents contents(Terminal terminal) throws IOException {
    try (Archive archive = archives.open(terminal)) {
      return new Contents(
          archive.counts(archives.filter()),
          archive.counts().byPlatform().keySet(),
          endOfHistory(archive.lastFetchedAt().orElse(Instant.EPOCH)),
          cache.open(terminal));
    }
  }

  private void checkOptions() {
    if (parallelism < 1) {
      throw new ParameterException(spec.commandLine(), "--parallelism must be 1 or more");
    }
    compare
        .mistake()
        .ifPresent(
            mistake -> {
              throw new ParameterException(spec.commandLine(), mistake);
            });
  }

  private Instant begin() {
    return since == null ? Instant.MIN : since;
  }

  /** Replays and tells the law; answers whether it holds. */
  private boolean replay(Terminal terminal, Contents contents, Optional<Audit> audit)
      throws Exception {
    try (Result wantedChanges = new Result("changes", changes);
        Result wantedSuppressions = new Result("suppressions", suppressions);
        Result wantedPrevalence = new Result("counts of categories", prevalence);
        SpillFolder pending = SpillFolder.create("pending")) {
      ReplayOutput output =
          new ReplayOutput(
              wantedChanges.folder(),
              wantedSuppressions.folder(),
              wantedPrevalence.folder(),
              audit.map(a -> new ReplayOutput.Audited(a.replayed(), a.reasons())),
              pending,
              begin());
      ConservationLaw law = run(terminal, contents, output);
      report(terminal.out(), law, pending);
      wantedChanges.write(terminal.out());
      wantedSuppressions.write(terminal.out());
      wantedPrevalence.write(terminal.out());
      terminal.out().flush();
      return law.holds();
    }
  }

  /** Of the whole archive, so that a replay of one platform ends when that of all ends. */
  private Instant endOfHistory(Instant last) {
    Instant until = archives.filter().until();
    return until == null || until.isAfter(last) ? last : until;
  }

  private ConservationLaw run(Terminal terminal, Contents contents, ReplayOutput output)
      throws Exception {
    InstantSource clock = InstantSource.system();
    Instant begin = clock.instant();
    try (Progress progress = new Progress(terminal, "pages", contents.counts().captures(), clock)) {
      ConservationLaw law =
          new ReplayRun(source(contents.store()), options(contents), output, parallelism)
              .run(progress);
      progress.clear();
      Duration took = Duration.between(begin, clock.instant());
      terminal
          .out()
          .printf(
              "Read %,d in %.1f s: %,.0f pages a second.%n%n",
              law.fetchesRead(),
              took.toMillis() / 1000.0,
              law.fetchesRead() * 1000.0 / Math.max(1, took.toMillis()));
      return law;
    }
  }

  private DetectionOptions options(Contents contents) {
    return DetectionOptions.DEFAULT
        .withEndOfHistory(contents.end())
        .withStore(contents.store())
        .withRules(RuleTexts.and(rules.stream().map(RuleFiles::text).toList()));
  }

  private HistorySource source(Optional<CanonicalStore> store) {
    return HistorySource.builder(archives.path())
        .platforms(archives.filter().platforms())
        .until(archives.filter().until())
        .origin(Origin.REPLAY)
        .knownBodies(store.<KnownBodies>map(CachedBodies::new).orElse(KnownBodies.NONE))
        .build();
  }

  private void describe(PrintWriter out, ArchiveCounts counts) {
    out.printf(
        "'%s': %,d captures of %,d platforms.%n",
        archives.path(), counts.captures(), counts.byPlatform().size());
    String skipped = ArchiveOptions.skipped(counts);
    if (!skipped.isEmpty()) {
      out.println("No captures in it: " + skipped + ".");
    }
    out.flush();
  }

  private static void report(PrintWriter out, ConservationLaw law, SpillFolder pending)
      throws IOException {
    out.print(law.toTable());
    if (law.count(FetchVerdict.PENDING) > 0) {
      out.println();
      out.println("Pending:");
      StringWriter lines = new StringWriter();
      pending.merge(lines);
      lines.toString().lines().forEach(line -> out.println("  " + line));
    }
  }

  /** One of the files that can be asked for, and the spills that it is made of. */
  private static final class Result implements AutoCloseable {

    private final String what;
    private final Optional<OutputFile> file;
    private final Optional<SpillFolder> folder;
    private final @Nullable Path path;

    Result(String what, @Nullable Path path) {
      this.what = what;
      this.path = path;
      this.file = Optional.ofNullable(path).map(OutputFile::begin);
      this.folder = Optional.ofNullable(path).map(wanted -> SpillFolder.create(what));
    }

    Optional<SpillFolder> folder() {
      return folder;
    }

    void write(PrintWriter out) throws IOException {
      if (file.isPresent() && folder.isPresent()) {
        out.printf("Wrote %,d %s to '%s'.%n", file.get().fill(folder.get()::merge), what, path);
      }
    }

    @Override
    public void close() {
      folder.ifPresent(SpillFolder::close);
      file.ifPresent(OutputFile::close);
    }
  }
}
