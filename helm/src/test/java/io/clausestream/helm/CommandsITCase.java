package io.clausestream.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import io.clausestream.cli.Clausestream;
import io.clausestream.core.rules.RuleFile;
import io.clausestream.core.subscription.Plans;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What the chart starts, the command takes; what it hands over, the engine reads. */
class CommandsITCase {

  private static final Rendered PRODUCTION = Rendered.of(ChartFiles.scenario("production"));

  @Test
  void theCommandTakesTheArgumentsOfEveryJob() {
    List<List<String>> commands =
        PRODUCTION
            .ofKind("Job")
            .map(job -> job.at("/spec/template/spec"))
            .flatMap(Rendered::containers)
            .map(CommandsITCase::arguments)
            .toList();

    assertThat(commands)
        .extracting(words -> String.join(" ", words.subList(0, 2)))
        .containsExactlyInAnyOrder("topics create", "rules publish", "rules list");
    assertThat(commands).allSatisfy(CommandsITCase::assertTaken);
  }

  @Test
  void theCommandTakesTheArgumentsOfDelivery() {
    assertTaken(arguments(PRODUCTION.one("Deployment").at("/spec/template/spec/containers/0")));
  }

  @Test
  void theRulesAndPlansOfTheExampleAreRight() throws Exception {
    String rules = PRODUCTION.one("ConfigMap", "demo-rules").at("/data/house.yaml").asText();
    String plans = PRODUCTION.one("ConfigMap", "demo-plans").at("/data/plans.yaml").asText();

    assertThat(RuleFile.read(rules).orThrow().id()).isEqualTo("governance");
    assertThat(Plans.parse(plans).find("team")).isPresent();
  }

  private static List<String> arguments(JsonNode container) {
    return Rendered.elements(container.get("args")).map(JsonNode::asText).toList();
  }

  private static void assertTaken(List<String> words) {
    assertThatCode(() -> commandLine().parseArgs(words.toArray(String[]::new)))
        .as(String.join(" ", words))
        .doesNotThrowAnyException();
  }

  private static CommandLine commandLine() {
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    return Clausestream.commandLine(nowhere, nowhere);
  }
}
