package io.clausestream.connector.delivery.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.connector.delivery.Samples;
import io.clausestream.connector.delivery.Secrets;
import io.clausestream.connector.delivery.SendResult;
import io.clausestream.connector.delivery.SendResult.Delivered;
import io.clausestream.connector.delivery.SendResult.Failed;
import io.clausestream.connector.delivery.SendResult.Retry;
import io.clausestream.connector.delivery.address.AddressGuard;
import io.clausestream.connector.delivery.address.AllowedTargets;
import io.clausestream.connector.delivery.http.Poster;
import io.clausestream.connector.testkit.Instants;
import io.clausestream.connector.testkit.MisbehavingServer;
import io.clausestream.schema.ChannelKind;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlackChannelTest {

  private final MisbehavingServer server = MisbehavingServer.start();
  private final Poster poster =
      new Poster(
          new AddressGuard(AllowedTargets.of(List.of("127.0.0.0/8")), InetAddress::getAllByName),
          Duration.ofSeconds(20),
          "Clausestream",
          Clock.fixed(Instants.MONDAY_0700, ZoneOffset.UTC));

  @AfterEach
  void close() {
    poster.close();
    server.close();
  }

  @Test
  void theUrlIsTheSecret() throws InterruptedException {
    assertThat(send("/services/T0/B0/word", "team")).isEqualTo(new Delivered());
    MisbehavingServer.Request request = server.requests("a1").get(0);
    assertThat(request.path()).isEqualTo("/services/T0/B0/word");
    assertThat(request.body()).contains("\"type\":\"header\"");
  }

  @Test
  void whenSlackIsBusyItsWishToWaitIsPassedOn() throws InterruptedException {
    Retry retry = (Retry) send("/busy/30/1", "team");
    assertThat(retry.retryAfter()).hasValue(Duration.ofSeconds(30));
  }

  @Test
  void aWebhookThatIsGoneFailedWithoutTellingItsUrl() throws InterruptedException {
    for (String path : List.of("/status/404/word", "/status/410/word")) {
      Failed failed = (Failed) send(path, "team");
      assertThat(failed.reason()).isEqualTo("HTTP_STATUS");
      assertThat(failed.toString()).doesNotContain("word").doesNotContain("127.0.0.1");
    }
  }

  @Test
  void withoutASecretThereIsNoUrl() throws InterruptedException {
    assertThat(((Failed) send("/ok", null)).reason()).isEqualTo("SECRET_MISSING");
    assertThat(((Failed) send("/ok", "empty")).reason()).isEqualTo("SECRET_MISSING");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void nobodyLearnsWhichSecretsOthersHave() throws InterruptedException {
    for (String name : List.of("theirs", "operators", "other")) {
      Failed failed = (Failed) send("/ok", name);
      assertThat(failed.reason()).isEqualTo("SECRET_NOT_OWNED");
      assertThat(failed.detail().replace(name, "")).isEqualTo(notOwned());
    }
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void eachWebhookHasACircuitOfItsOwnWithoutItsUrl() {
    SlackChannel channel = channel("/ok");
    assertThat(channel.circuit(Samples.channel(ChannelKind.SLACK, "", "team")))
        .isEqualTo("slack:team");
  }

  private String notOwned() throws InterruptedException {
    return ((Failed) send("/ok", "missing")).detail().replace("missing", "");
  }

  private SendResult send(String path, @Nullable String secret) throws InterruptedException {
    return channel(path)
        .send(Samples.alert(), Samples.READER, Samples.channel(ChannelKind.SLACK, "", secret));
  }

  private SlackChannel channel(String path) {
    Map<String, String> variables =
        Map.of(
            "CLAUSESTREAM_SECRET_TEAM",
            server.url(path),
            "CLAUSESTREAM_SECRET_TEAM_OWNER",
            Samples.READER.subscriberId(),
            "CLAUSESTREAM_SECRET_EMPTY",
            "",
            "CLAUSESTREAM_SECRET_EMPTY_OWNER",
            Samples.READER.subscriberId(),
            "CLAUSESTREAM_SECRET_OPERATORS",
            server.url(path),
            "CLAUSESTREAM_SECRET_THEIRS",
            server.url(path),
            "CLAUSESTREAM_SECRET_THEIRS_OWNER",
            "bo");
    return new SlackChannel(poster, new Secrets(Optional.empty(), variables));
  }
}
