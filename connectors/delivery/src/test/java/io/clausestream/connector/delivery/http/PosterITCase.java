package io.clausestream.connector.delivery.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clausestream.connector.delivery.SendResult;
import io.clausestream.connector.delivery.SendResult.Delivered;
import io.clausestream.connector.delivery.SendResult.Failed;
import io.clausestream.connector.delivery.SendResult.Retry;
import io.clausestream.connector.delivery.address.AddressGuard;
import io.clausestream.connector.delivery.address.AllowedTargets;
import io.clausestream.connector.delivery.address.RebindingName;
import io.clausestream.connector.testkit.Instants;
import io.clausestream.connector.testkit.MisbehavingServer;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real server on loopback; the limit of a call is half a second. */
@Timeout(60)
class PosterITCase {

  private static final Clock CLOCK = Clock.fixed(Instants.MONDAY_0600, ZoneOffset.UTC);
  private static final MisbehavingServer SERVER = MisbehavingServer.start();
  private static final Poster POSTER =
      poster(
          new AddressGuard(AllowedTargets.of(List.of("127.0.0.0/8")), InetAddress::getAllByName));

  @AfterAll
  static void close() {
    POSTER.close();
    SERVER.close();
  }

  @Test
  void whatTheTargetTookIsDelivered() throws InterruptedException {
    SendResult result =
        POSTER.post(
            SERVER.url("/ok"), Map.of("webhook-id", "taken"), "{\"a\":\"é\"}".getBytes(UTF_8));
    assertThat(result).isEqualTo(new Delivered());
    MisbehavingServer.Request request = SERVER.requests("taken").get(0);
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.body()).isEqualTo("{\"a\":\"é\"}");
    assertThat(request.headers()).containsEntry("user-agent", "Clausestream");
    assertThat(request.headers().get("content-type")).startsWith("application/json");
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 202, 204, 299})
  void everyStatusOfSuccessIsDelivered(int status) throws InterruptedException {
    assertThat(post("/status/" + status)).isEqualTo(new Delivered());
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504, 599})
  void whatMayGoBetterLaterIsSentAgain(int status) throws InterruptedException {
    assertThat(retry(post("/status/" + status)).reason()).isEqualTo("HTTP_STATUS");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 410, 422})
  void whatWouldFailAgainFailed(int status) throws InterruptedException {
    Failed failed = failed(post("/status/" + status));
    assertThat(failed.reason()).isEqualTo("HTTP_STATUS");
    assertThat(failed.detail()).contains(Integer.toString(status)).doesNotContain("127.0.0.1");
  }

  @Test
  void aRedirectFailedAndIsNotFollowed() throws InterruptedException {
    Failed failed = failed(post("/redirect"));
    assertThat(failed.reason()).isEqualTo("REDIRECT");
    assertThat(failed.detail()).contains("not followed").doesNotContain("169.254");
  }

  @Test
  void theWishToWaitIsPassedOn() throws InterruptedException {
    assertThat(retry(post("/busy/7/1")).retryAfter()).hasValue(Duration.ofSeconds(7));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/hang", "/drip", "/slow/60000"})
  void aTargetThatTakesItsTimeIsGivenUpAtTheLimit(String path) throws InterruptedException {
    assertThat(retry(post(path)).reason()).isEqualTo("TIMEOUT");
  }

  @Test
  void aTargetThatClosesInTheMiddleIsTriedAgain() throws InterruptedException {
    assertThat(retry(post("/close")).reason()).isEqualTo("CONNECTION");
  }

  @Test
  void anAnswerCountsThoughItsBodyNeverEnds() throws InterruptedException {
    assertThat(post("/drip-body")).isEqualTo(new Delivered());
  }

  @Test
  void ofAHugeAnswerLittleIsRead() throws InterruptedException {
    assertThat(post("/huge")).isEqualTo(new Delivered());
    // What the sockets of both sides hold, but not the gigabyte.
    assertThat(SERVER.bytesSent()).isLessThan(32L << 20);
  }

  @Test
  void whoDoesNotSpeakTlsIsTriedAgain() throws InterruptedException {
    String url = SERVER.url("/ok").replace("http:", "https:");
    assertThat(retry(POSTER.post(url, Map.of(), new byte[0])).reason()).isEqualTo("TLS");
  }

  @Test
  void nobodyThereIsTriedAgain() throws InterruptedException {
    MisbehavingServer gone = MisbehavingServer.start();
    String url = gone.url("/ok");
    gone.close();
    assertThat(retry(POSTER.post(url, Map.of(), new byte[0])).reason()).isEqualTo("CONNECTION");
  }

  @Test
  void aHostWithoutAddressIsTriedAgain() throws InterruptedException {
    AddressGuard guard =
        new AddressGuard(
            AllowedTargets.NONE,
            host -> {
              throw new java.net.UnknownHostException(host);
            });
    try (Poster poster = poster(guard)) {
      SendResult result = poster.post("https://marrowby.example/x", Map.of(), new byte[0]);
      assertThat(retry(result).reason()).isEqualTo("HOST_UNKNOWN");
      assertThat(retry(result).detail()).doesNotContain("marrowby");
    }
  }

  @Test
  void aLookUpThatHangsIsGivenUpAtTheLimit() throws InterruptedException {
    AddressGuard guard =
        new AddressGuard(
            AllowedTargets.NONE,
            host -> {
              try {
                Thread.currentThread().join();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return new InetAddress[0];
            });
    try (Poster poster = poster(guard)) {
      SendResult result = poster.post("https://marrowby.example/x", Map.of(), new byte[0]);
      assertThat(retry(result).reason()).isEqualTo("TIMEOUT");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1:%d/ok", "https://localhost:%d/ok", "https://[::1]:%d/ok",
        "https://[::ffff:127.0.0.1]:%d/ok", "https://2130706433:%d/ok", "https://0:%d/ok",
        "https://169.254.169.254:%d/", "https://[64:ff9b::a9fe:a9fe]:%d/"
      })
  void aTargetOnThisMachineIsRefusedHoweverItIsSpelled(String url) throws InterruptedException {
    try (Poster poster = poster(new AddressGuard(AllowedTargets.NONE, InetAddress::getAllByName))) {
      SendResult result = poster.post(url.formatted(SERVER.port()), Map.of(), new byte[0]);
      assertThat(failed(result).reason()).isIn("ADDRESS_REFUSED", "TARGET_INVALID");
    }
  }

  @Test
  void aNameThatIsPublicFirstAndPrivateAtConnectIsRefused() throws InterruptedException {
    RebindingName name = new RebindingName();
    AddressGuard guard = name.guard();
    assertThat(guardResolves(guard)).isTrue();
    try (Poster poster = poster(guard)) {
      String url = "https://rebinding.example:" + SERVER.port() + "/ok";
      assertThat(failed(poster.post(url, Map.of(), new byte[0])).reason())
          .isEqualTo("ADDRESS_REFUSED");
      assertThat(name.asked()).isEqualTo(2);
    }
  }

  private static boolean guardResolves(AddressGuard guard) {
    try {
      return !guard.resolve("rebinding.example").isEmpty();
    } catch (java.io.IOException e) {
      return false;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://marrowby.example/x",
        "ftp://marrowby.example/",
        "file:///etc/passwd",
        "",
        "https://",
        "https://user:word@marrowby.example/",
        "https://marrowby.example:70000/",
        "javascript:x",
        "https://marrowby.example/\r\nX: y",
        "https://marrowby.example:0/"
      })
  void aTargetOfAnotherFormFailedAndIsNotRepeated(String target) throws InterruptedException {
    Failed failed = failed(POSTER.post(target, Map.of(), new byte[0]));
    assertThat(failed.reason()).isEqualTo("TARGET_INVALID");
    assertThat(failed.detail()).doesNotContain("marrowby").doesNotContain("word");
  }

  @Test
  void whoIsInterruptedStopsWaiting() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> post("/hang")).isInstanceOf(InterruptedException.class);
  }

  private static SendResult post(String path) throws InterruptedException {
    return POSTER.post(SERVER.url(path), Map.of("webhook-id", path), new byte[] {'{', '}'});
  }

  private static Poster poster(AddressGuard guard) {
    return new Poster(guard, Duration.ofMillis(500), "Clausestream", CLOCK);
  }

  private static Retry retry(SendResult result) {
    assertThat(result).isInstanceOf(Retry.class);
    return (Retry) result;
  }

  private static Failed failed(SendResult result) {
    assertThat(result).isInstanceOf(Failed.class);
    return (Failed) result;
  }
}
