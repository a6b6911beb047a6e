package io.clausestream.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.cli.Clausestream;
import io.clausestream.cli.ExitCode;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.pipeline.options.CanonicalOptions;
import io.clausestream.schema.DeadLetter;
import io.clausestream.schema.FetchedPage;
import io.clausestream.schema.PageVerification;
import io.clausestream.schema.Suppression;
import io.clausestream.schema.SuppressionVerdict;
import io.clausestream.schema.VerificationStatus;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dead letter that is sent again, before and after its cause was removed. */
class RedriveITCase {

  private static final String TYPE = "Privacy Policy";

  @Test
  void aLetterIsHandledOnceItsCauseIsRemovedAndARepeatIsADuplicate(@TempDir Path folder)
      throws Exception {
    FetchedPage page =
        TestHistory.page("Example", TYPE, TestHistory.START, TestHistory.html("Terms", 0));
    String id;
    Configuration tooSmall =
        new Configuration().set(CanonicalOptions.MAX_PAGE_SIZE, new MemorySize(100));
    try (LiveSystem system = LiveSystem.start(folder, 1, tooSmall)) {
      system.feed(List.of(page));
      system.awaitVerdicts(1);
      id = system.deadLetters().get(0).getDeadLetterId();

      assertThat(redrive(system, id, ExitCode.OK)).contains("sent " + id);
      system.awaitVerdicts(2);
      DeadLetter second = system.deadLetters().get(1);
      assertThat(second.getReason()).isEqualTo("BODY_TOO_LARGE");
      assertThat(second.getValue()).isEqualTo(system.deadLetters().get(0).getValue());
      assertThat(text(second, "clausestream_redriven_from")).isEqualTo(id);
      assertThat(redrive(system, id, ExitCode.DIFFERS)).contains("left out " + id, "--again");
    }
    try (LiveSystem system = LiveSystem.start(folder, 1)) {
      redrive(system, id, ExitCode.OK, "--again");
      // A new job may read some of the first run's records again: the group's place lags behind.
      LiveSystem.await("the page", () -> !verifications(system).isEmpty());
      assertThat(verifications(system))
          .extracting(PageVerification::getFetchId, PageVerification::getStatus)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(page.getFetchId(), VerificationStatus.FIRST));

      redrive(system, id, ExitCode.OK, "--again");
      LiveSystem.await("the repeat", () -> !suppressions(system).isEmpty());
      assertThat(suppressions(system))
          .extracting(Suppression::getVerdict)
          .containsOnly(SuppressionVerdict.DUPLICATE);
      assertThat(verifications(system)).hasSize(1);
    }
  }

  private static List<PageVerification> verifications(LiveSystem system) {
    return system.read(TopicCatalogue.PAGE_VERIFICATIONS, PageVerification.class);
  }

  private static List<Suppression> suppressions(LiveSystem system) {
    return system.read(TopicCatalogue.SUPPRESSIONS, Suppression.class);
  }

  private static String redrive(LiveSystem system, String id, int expected, String... more) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] arguments = {
      "dead-letters", "redrive", "--bootstrap-servers", system.bootstrapServers(), id
    };
    int code =
        Clausestream.commandLine(new PrintWriter(out), new PrintWriter(err))
            .execute(
                java.util.stream.Stream.of(arguments, more)
                    .flatMap(java.util.Arrays::stream)
                    .toArray(String[]::new));
    assertThat(code).as(out + " " + err).isEqualTo(expected);
    return out.toString();
  }

  private static String text(DeadLetter letter, String header) {
    return StandardCharsets.UTF_8.decode(letter.getHeaders().get(header).duplicate()).toString();
  }
}
