package io.clausestream.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.cli.Clausestream;
import io.clausestream.cli.ExitCode;
import io.clausestream.cli.Records;
import io.clausestream.cli.json.JsonLine;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.Severity;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {

  private static final String ID = "44e3c62290bf0d4615e25398745f9f20";
  private static final String OTHER = "44ff0000000000000000000000000000";

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void allOfAChangeIsShown() throws IOException {
    PageChange change = change(ID);
    change.setEffectiveDate(LocalDate.parse("2026-02-01"));
    change.setNoticeDays(27);
    change.setRetroactive(true);
    change.getProvisions().get(0).setRetroactive(true);

    assertThat(explain(ID, change)).isEqualTo(ExitCode.OK);

    assertThat(out.toString().lines())
        .contains(
            "[HIGH] Example / Terms of Service  data-sharing, against the user",
            "  change       " + ID,
            "  assessment   a1",
            "  kind         substantive",
            "  language     en",
            "  effective    2026-02-01, 27 days of notice",
            "  retroactive  yes: it says that it applies to what was collected before",
            "  before       version 1, fetched 2026-01-04T06:00:00Z",
            "               text t1",
            "  after        version 2, fetched 2026-01-05T06:00:00Z",
            "               body b2",
            "  fetch        f2, origin IMPORT",
            "  sure since   2026-01-05T07:00:00Z",
            "  made by      rules 1, canonical text 1, engine test",
            "  Provision 1 of 1: reworded  [HIGH] data-sharing, against the user",
            "    § Terms > Sharing",
            "    id           p1",
            "    first seen   2026-01-04T06:00:00Z",
            "    last changed 2026-01-05T06:00:00Z",
            "    number       1 month -> 90 days",
            "    names        gdpr",
            "    retroactive  it says that it applies to what was collected before",
            "    why: New: 'will share' binds. (sharing.more)",
            "    why: Few words differ. (wording.slight)",
            "      We [-may-]{+will+} share data.",
            "        after 3-13 'will share' (sharing.more)",
            "        after 8-13 'share' (data-sharing)");
  }

  @Test
  void noticeThatHadPassedIsSaid() throws IOException {
    PageChange change = change(ID);
    change.setEffectiveDate(LocalDate.parse("2026-01-02"));
    change.setNoticeDays(-3);

    explain(ID, change);

    assertThat(out.toString()).contains("2026-01-02, 3 days before it was first seen");
  }

  @Test
  void programsGetTheLineThatChangesPrints() throws IOException {
    String line = line(change(ID));

    assertThat(explain(ID, List.of(line, line(change(OTHER))), "--format", "jsonl"))
        .isEqualTo(ExitCode.OK);
    assertThat(out.toString().strip()).isEqualTo(line);
  }

  @Test
  void theBeginningOfAnIdIsEnough() throws IOException {
    assertThat(explain("44E3", change(ID), change(OTHER))).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains(ID).doesNotContain(OTHER);
  }

  @Test
  void theBeginningOfSeveralIdsIsAMistake() throws IOException {
    assertThat(explain("44", change(ID), change(OTHER))).isEqualTo(ExitCode.MISTAKE);
    assertThat(err.toString()).contains("'44' is the beginning of several ids", "write more of it");
  }

  @Test
  void anUnknownIdIsAnsweredWithTheNearest() throws IOException {
    assertThat(explain("44e3d", change(OTHER), change(ID))).isEqualTo(ExitCode.MISTAKE);
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString())
        .contains("There is no change '44e3d'", "the nearest are '" + ID + "', '" + OTHER + "'");
  }

  @Test
  void aChangeThatWasWrittenTwiceIsShownOnceAndAnotherAssessmentOfItToo() throws IOException {
    PageChange again = change(ID);
    again.setAssessmentId("a2");
    again.setSeverity(Severity.LOW);

    explain(ID, change(ID), change(ID), again);

    assertThat(out.toString().lines().filter(line -> line.contains("  assessment ")))
        .containsExactly("  assessment   a1", "  assessment   a2");
  }

  @Test
  void provisionsWithoutIdsAndThoseLeftOutAreTold() throws IOException {
    PageChange change = change(ID);
    change.setProvisions(
        List.of(
            Records.provision(null, Severity.HIGH),
            Records.provision(null, Severity.LOW),
            Records.provision("p7", Severity.LOW)));
    change.setBlocks(List.of(Records.added("New one."), Records.removed("Old one.")));
    change.setProvisionsOmitted(2);

    explain(ID, change);

    assertThat(out.toString())
        .contains("Provision 3 of 3", "id           none: ", "{+New one.+}", "[-Old one.-]")
        .contains("2 more provisions were left out");
  }

  @Test
  void aLineThatIsNoChangeIsAMistakeThatNamesIt() throws IOException {
    assertThat(explain(ID, List.of(line(change(OTHER)), "", "{\"page\":1}")))
        .isEqualTo(ExitCode.MISTAKE);
    assertThat(err.toString())
        .contains("Line 3 of '", "is no change: it has no field changeId", "replay --changes");
    assertThat(explain(ID, List.of("no json"))).isEqualTo(ExitCode.MISTAKE);
  }

  @Test
  void aFileThatIsNotThereIsAMistake() {
    assertThat(execute("explain", ID, "--from-file", folder.resolve("none.jsonl").toString()))
        .isEqualTo(ExitCode.MISTAKE);
    assertThat(err.toString()).contains("none.jsonl", "NoSuchFileException", "--from-file");
  }

  @Test
  void theTextOfAPageCannotRepaintTheTerminal() throws IOException {
    PageChange change = change(ID);
    change.setBlocks(List.of(Records.of(Records.SHARING, Records.added("\u001b[2J"))));
    change.setSummary(List.of("\u001b[2J"));
    change.getProvisions().get(0).setHeadingPath(List.of("\u001b[2J"));

    explain(ID, change);

    assertThat(out.toString()).doesNotContain("\u001b");
  }

  private static PageChange change(String id) {
    PageChange change = Records.change();
    change.setChangeId(id);
    return change;
  }

  private static String line(PageChange change) {
    return JsonLine.of(change, "Example/Terms of Service.html");
  }

  private int explain(String id, PageChange... changes) throws IOException {
    return explain(id, Arrays.stream(changes).map(ExplainCommandTest::line).toList());
  }

  private int explain(String id, List<String> lines, String... options) throws IOException {
    Path file = Files.write(folder.resolve("changes.jsonl"), lines);
    List<String> arguments =
        new ArrayList<>(List.of("explain", id, "--from-file", file.toString()));
    arguments.addAll(List.of(options));
    return execute(arguments.toArray(String[]::new));
  }

  private int execute(String... arguments) {
    return Clausestream.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
        .execute(arguments);
  }
}
