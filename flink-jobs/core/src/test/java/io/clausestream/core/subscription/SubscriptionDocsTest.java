package io.clausestream.core.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.subscription.ChannelTarget.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What the page on subscriptions says is so. */
class SubscriptionDocsTest {

  private static final Path PAGE = Path.of("../docs/subscriptions.md");

  @Test
  void everyReasonIsOnThePage() throws IOException {
    String page = Files.readString(PAGE);

    for (SubscriptionRefusal.Reason reason : SubscriptionRefusal.Reason.values()) {
      assertThat(page).contains("| `" + reason + "` |");
    }
  }

  @Test
  void everyPlanIsOnThePageAsItIs() throws IOException {
    String page = Files.readString(PAGE);

    for (Plan plan : Plans.shipped().all()) {
      assertThat(page).contains(row(plan));
    }
  }

  @Test
  void theExamplesAreAdmitted() throws IOException {
    String page = Files.readString(PAGE);
    SubscriptionRequest request =
        SubscriptionFile.parse(
                new ByteArrayInputStream(
                    example(page, "subscriptions:").getBytes(StandardCharsets.UTF_8)))
            .get(0);

    assertThat(
            new SubscriptionAdmission(Plans.shipped())
                .decide(request, Instant.parse("2026-01-01T00:00:00Z"))
                .refusal())
        .isEmpty();
    assertThat(Plans.parse(example(page, "plans:")).all()).extracting(Plan::id).contains("team");
  }

  private static String example(String page, String begin) {
    String example = page.substring(page.indexOf("```yaml\n" + begin) + 8);
    return example.substring(0, example.indexOf("```"));
  }

  private static String row(Plan plan) {
    return "| `%s` | %s | %s | %s | %s | %s"
        .formatted(
            plan.id(),
            plan.platforms().isPresent() ? plan.platforms().getAsInt() : "no limit, `*`",
            word(plan.alerts()),
            word(plan.digest()),
            word(plan.provisionFilters()),
            channels(plan));
  }

  private static String channels(Plan plan) {
    StringBuilder words = new StringBuilder();
    for (Kind kind : Kind.values()) {
      if (plan.channels().contains(kind)) {
        words.append(words.isEmpty() ? "" : ", ").append(kind.name().toLowerCase(Locale.ROOT));
      }
    }
    return plan.channels().size() == Kind.values().length ? "all" : words.toString();
  }

  private static String word(boolean has) {
    return has ? "yes" : "no";
  }
}
