package io.clausestream.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.cli.Clausestream;
import io.clausestream.cli.ExitCode;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.schema.Alert;
import io.clausestream.schema.FetchedPage;
import io.clausestream.schema.PageVerification;
import io.clausestream.schema.Refusal;
import io.clausestream.schema.Subscription;
import io.clausestream.schema.SubscriptionRequest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Subscriptions that are asked for, refused, changed and ended while the job runs. */
class AdmittedSubscriptionsITCase {

  private static final String TYPE = "Privacy Policy";

  @TempDir Path folder;

  /** Ahead of all clocks here, and no further than a crawler's clock may be. */
  private final Instant now =
      Instant.now().truncatedTo(ChronoUnit.MILLIS).plus(Duration.ofMinutes(20));

  @Test
  void aRefusalLeavesTheSubscriptionBeforeAlsoWhenTheTopicsWereCompacted() throws Exception {
    try (LiveSystem system = LiveSystem.start(folder, 2)) {
      assertThat(subscribe(system, ExitCode.OK, 24)).startsWith("admitted ada");
      assertThat(subscribe(system, ExitCode.OK, 25))
          .startsWith("admitted ada  plan monitor, active, 25 platforms");
      assertThat(subscribe(system, ExitCode.DIFFERS, 26))
          .startsWith("refused PLATFORM_LIMIT  Plan 'monitor' watches up to 25 platforms, but 26");
      change(system, "Before", 0);
      assertThat(alertsOfAda(system)).containsExactly("Before");
      List<Subscription> inForce = inForce(system);

      system.stop();
      Compaction.ofEveryTopic(system);
      // The request that was admitted is gone from its topic: the refused one took its place.
      assertThat(system.read(TopicCatalogue.SUBSCRIPTION_REQUESTS, SubscriptionRequest.class))
          .filteredOn(request -> request.getSubscriberId().equals("ada"))
          .singleElement()
          .satisfies(request -> assertThat(request.getTerms().getPlatforms()).hasSize(26));
      system.startFromTopicsAlone(folder.resolve("another"));

      change(system, "After", 1);
      assertThat(alertsOfAda(system)).contains("After");
      assertThat(inForce(system)).isEqualTo(inForce);
      assertThat(system.read(TopicCatalogue.REFUSALS, Refusal.class))
          .filteredOn(refusal -> "ada".equals(refusal.getSubject()))
          .extracting(Refusal::getReason)
          .containsOnly("PLATFORM_LIMIT");
    }
  }

  @Test
  void termsArePausedMutedAndForgotten() throws Exception {
    try (LiveSystem system = LiveSystem.start(folder, 2)) {
      run(
          system,
          ExitCode.OK,
          "subscribe",
          "bob",
          "--platform",
          "Marrowby",
          "--email",
          "bob@mail.example",
          "--webhook",
          "https://hooks.example/a",
          "--secret",
          "key-of-bob",
          "--time-zone",
          "Europe/Berlin",
          "--by",
          "desk");
      assertThat(run(system, ExitCode.OK, "subscriptions", "list"))
          .containsPattern("bob +own +active +Marrowby +low +email,webhook")
          .containsPattern("you +own +active +all");
      assertThat(run(system, ExitCode.OK, "subscriptions", "show", "bob"))
          .contains("email bob@mail.example", "secret named key-of-bob", "asked by desk");

      run(system, ExitCode.OK, "subscriptions", "pause", "bob");
      assertThat(run(system, ExitCode.OK, "subscriptions", "pause", "bob"))
          .contains("is so already");
      run(system, ExitCode.OK, "subscriptions", "resume", "bob");
      run(
          system,
          ExitCode.OK,
          "subscriptions",
          "mute",
          "bob",
          "--document",
          "d",
          "--provision",
          "p");
      assertThat(run(system, ExitCode.OK, "subscriptions", "show", "bob", "--format", "jsonl"))
          .contains(
              "\"state\":\"ACTIVE\"", "\"mutes\":[{\"documentId\":\"d\",\"provisionId\":\"p\"}]")
          .contains("{\"kind\":\"EMAIL\",\"target\":\"bob@mail.example\",\"secret\":null}");
      run(
          system,
          ExitCode.OK,
          "subscriptions",
          "unmute",
          "bob",
          "--document",
          "d",
          "--provision",
          "p");
      assertThat(run(system, ExitCode.OK, "subscriptions", "show", "bob")).doesNotContain("muted");

      run(system, ExitCode.OK, "subscriptions", "cancel", "bob");
      assertThat(run(system, ExitCode.MISTAKE, "subscriptions", "resume", "bob"))
          .contains("was cancelled");
      assertThat(run(system, ExitCode.OK, "subscriptions", "forget", "bob"))
          .startsWith("forgotten bob")
          .contains("within 14 days");
      assertThat(run(system, ExitCode.OK, "subscriptions", "list")).doesNotContain("bob");
      assertThat(run(system, ExitCode.MISTAKE, "subscriptions", "show", "bob"))
          .contains("no subscription of 'bob'");
      assertThat(run(system, ExitCode.DIFFERS, "subscriptions", "forget", "x".repeat(201)))
          .startsWith("refused SUBSCRIBER_ID");
    }
  }

  private String subscribe(LiveSystem system, int expected, int platforms) {
    List<String> arguments = new ArrayList<>(List.of("subscribe", "ada", "--plan", "monitor"));
    arguments.addAll(List.of("--platform", "Before", "--platform", "After"));
    for (int i = 2; i < platforms; i++) {
      arguments.addAll(List.of("--platform", "Platform " + i));
    }
    return run(system, expected, arguments.toArray(String[]::new));
  }

  /** One change of a platform's document, once its first version is known to be seen. */
  private void change(LiveSystem system, String platform, int second) {
    Instant first = now.plusSeconds(2L * second);
    system.feed(List.of(page(platform, first, 30)));
    LiveSystem.await("the first version", () -> isSeen(system, platform));
    system.feed(List.of(page(platform, first.plusSeconds(1), 90)));
    LiveSystem.await("the alert of " + platform, () -> alertsOfAda(system).contains(platform));
  }

  private static boolean isSeen(LiveSystem system, String platform) {
    return system.read(TopicCatalogue.PAGE_VERIFICATIONS, PageVerification.class).stream()
        .anyMatch(seen -> seen.getPlatform().equals(platform));
  }

  private static FetchedPage page(String platform, Instant at, int days) {
    return TestHistory.page(
        platform, TYPE, at, TestHistory.html("Privacy", 0).replace("term aa", days + " days"));
  }

  private static List<String> alertsOfAda(LiveSystem system) {
    return system.alerts().stream()
        .filter(alert -> alert.getSubscriberId().equals("ada"))
        .map(Alert::getChange)
        .map(change -> change.getPlatform())
        .toList();
  }

  /** The last record of each subscriber, as a reader of the topic has it. */
  private static List<Subscription> inForce(LiveSystem system) {
    Map<String, Subscription> latest = new TreeMap<>();
    system
        .read(TopicCatalogue.SUBSCRIPTIONS, Subscription.class)
        .forEach(subscription -> latest.put(subscription.getSubscriberId(), subscription));
    return List.copyOf(latest.values());
  }

  private static String run(LiveSystem system, int expected, String... arguments) {
    StringWriter out = new StringWriter();
    PrintWriter printer = new PrintWriter(out, true);
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--bootstrap-servers", system.bootstrapServers()));
    int code = Clausestream.commandLine(printer, printer).execute(all.toArray(String[]::new));
    assertThat(code).as(out.toString()).isEqualTo(expected);
    return out.toString();
  }
}
