package io.clausestream.connector.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.connector.delivery.Message;
import io.clausestream.connector.delivery.Samples;
import io.clausestream.connector.delivery.Secret;
import io.clausestream.connector.delivery.Secrets;
import io.clausestream.connector.delivery.SendResult;
import io.clausestream.connector.delivery.SendResult.Delivered;
import io.clausestream.connector.delivery.SendResult.Failed;
import io.clausestream.connector.delivery.SendResult.Retry;
import io.clausestream.connector.delivery.address.AddressGuard;
import io.clausestream.connector.delivery.address.AllowedTargets;
import io.clausestream.connector.delivery.http.Poster;
import io.clausestream.connector.delivery.json.MessageJson;
import io.clausestream.connector.testkit.Instants;
import io.clausestream.connector.testkit.MisbehavingServer;
import io.clausestream.schema.ChannelKind;
import io.clausestream.schema.SubscriptionChannel;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhookChannelITCase {

  private static final String KEY = "whsec_" + "QUJD".repeat(8);
  private static final String NEXT = "whsec_" + "REVG".repeat(8);
  private static final int MOST_BYTES = 100_000;
  private static final String READER_ID = Samples.READER.subscriberId();

  @TempDir private Path folder;
  private MisbehavingServer server;
  private Poster poster;
  private WebhookChannel channel;

  @BeforeEach
  void open() {
    server = MisbehavingServer.start();
    Clock clock = Clock.fixed(Instants.MONDAY_0700, ZoneOffset.UTC);
    AllowedTargets allowed = AllowedTargets.of(List.of("127.0.0.0/8"));
    poster =
        new Poster(
            new AddressGuard(allowed, InetAddress::getAllByName),
            Duration.ofSeconds(20),
            "Clausestream",
            clock);
    Secrets secrets = new Secrets(Optional.of(folder), Map.of());
    channel = new WebhookChannel(poster, secrets, MOST_BYTES, clock);
  }

  @AfterEach
  void close() {
    channel.close();
    poster.close();
    server.close();
  }

  @Test
  void theBodyIsTheMessageAndTheHeadersAreThoseOfStandardWebhooks() throws Exception {
    secret("hook", KEY + "\n");
    Message message = Samples.hostileAlert();
    assertThat(send(message, "/ok", "hook")).isEqualTo(new Delivered());
    MisbehavingServer.Request request = server.requests(message.messageId()).get(0);
    byte[] body = MessageJson.of(message, MOST_BYTES).orElseThrow();
    assertThat(request.body()).isEqualTo(new String(body, StandardCharsets.UTF_8));
    long seconds = Instants.MONDAY_0700.getEpochSecond();
    assertThat(request.headers())
        .containsEntry("webhook-timestamp", Long.toString(seconds))
        .containsEntry(
            "webhook-signature",
            Signer.of(new Secret(KEY)).orElseThrow().sign(message.messageId(), seconds, body))
        .doesNotContainKey("bcc");
    assertThat(isGenuine(request, seconds)).isTrue();
    assertThat(isGenuine(request, seconds + 301)).isFalse();
  }

  private static boolean isGenuine(MisbehavingServer.Request request, long now) throws Exception {
    return WebhookVerifier.isGenuine(
        KEY,
        request.id(),
        request.headers().get("webhook-timestamp"),
        request.headers().get("webhook-signature"),
        request.body().getBytes(StandardCharsets.UTF_8),
        now);
  }

  @Test
  void aRotatedSecretIsUsedFromTheNextMessageOn() throws Exception {
    secret("hook", KEY);
    send(Samples.alert(), "/ok", "hook");
    secret("hook", KEY + "\n" + NEXT);
    send(Samples.alert(), "/ok", "hook");
    List<String> signatures =
        server.requests().stream().map(r -> r.headers().get("webhook-signature")).toList();
    assertThat(signatures.get(1)).startsWith(signatures.get(0) + " v1,");
  }

  @Test
  void withoutASecretItIsNotSigned() throws InterruptedException {
    assertThat(send(Samples.digest(), "/ok", null)).isEqualTo(new Delivered());
    assertThat(server.requests().get(0).headers()).doesNotContainKey("webhook-signature");
  }

  @Test
  void aSecretThatIsMissingOrWrongFailsByNameWithoutItsValue() throws Exception {
    secret("empty", " ");
    assertThat(((Failed) send(Samples.alert(), "/ok", "empty")).reason())
        .isEqualTo("SECRET_MISSING");
    secret("bad", "hunter2hunter2");
    Failed failed = (Failed) send(Samples.alert(), "/ok", "bad");
    assertThat(failed.reason()).isEqualTo("SECRET_INVALID");
    assertThat(failed.detail()).contains("'bad'").doesNotContain("hunter2");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void aSecretOfAnotherSignsNothing() throws Exception {
    Files.writeString(folder.resolve("feeds"), KEY);
    Files.writeString(folder.resolve("shared"), KEY);
    Files.writeString(folder.resolve("shared.owner"), "bo\n" + READER_ID + "\n");
    Files.writeString(folder.resolve("theirs"), KEY);
    Files.writeString(folder.resolve("theirs.owner"), "bo\n" + READER_ID + "2\n");
    Files.createDirectory(folder.resolve("unreadable"));
    for (String name : List.of("feeds", "theirs", "unreadable", "none", "theirs.owner")) {
      Failed failed = (Failed) send(Samples.alert(), "/ok", name);
      assertThat(failed.reason()).isEqualTo("SECRET_NOT_OWNED");
      assertThat(failed.detail()).contains("'" + name + ".owner'").doesNotContain(KEY);
    }
    assertThat(server.requests()).isEmpty();
    assertThat(send(Samples.alert(), "/ok", "shared")).isEqualTo(new Delivered());
  }

  private void secret(String name, String value) throws IOException {
    Files.writeString(folder.resolve(name), value);
    Files.writeString(folder.resolve(name + ".owner"), READER_ID);
  }

  @Test
  void aSecretThatCannotBeReadIsTriedAgain() throws Exception {
    Files.createDirectory(folder.resolve("folder"));
    Files.writeString(folder.resolve("folder.owner"), READER_ID);
    assertThat(((Retry) send(Samples.alert(), "/ok", "folder")).reason())
        .isEqualTo("SECRET_UNREADABLE");
  }

  @Test
  void aBusyTargetTakesTheMessageLaterUnderTheSameId() throws InterruptedException {
    assertThat(send(Samples.alert(), "/busy/7/1", null))
        .isInstanceOfSatisfying(
            Retry.class, retry -> assertThat(retry.retryAfter()).hasValue(Duration.ofSeconds(7)));
    assertThat(send(Samples.alert(), "/busy/7/1", null)).isEqualTo(new Delivered());
    assertThat(server.countsById()).containsOnly(Map.entry("a1", 2));
  }

  @Test
  void theCircuitIsTheHostAndPort() {
    assertThat(circuit("https://Hooks.marrowby.example/a?b=c"))
        .isEqualTo("webhook:hooks.marrowby.example:443");
    assertThat(circuit("http://hooks.marrowby.example:8080/other"))
        .isEqualTo("webhook:hooks.marrowby.example:8080");
    assertThat(circuit("no url at all")).isEqualTo("webhook:none");
  }

  private String circuit(String target) {
    return channel.circuit(Samples.channel(ChannelKind.WEBHOOK, target, null));
  }

  private SendResult send(Message message, String path, @Nullable String secret)
      throws InterruptedException {
    SubscriptionChannel to = Samples.channel(ChannelKind.WEBHOOK, server.url(path), secret);
    return channel.send(message, Samples.READER, to);
  }
}
