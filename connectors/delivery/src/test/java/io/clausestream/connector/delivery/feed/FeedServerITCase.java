package io.clausestream.connector.delivery.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clausestream.connector.delivery.Samples;
import io.clausestream.connector.delivery.Secret;
import io.clausestream.connector.delivery.Secrets;
import io.clausestream.schema.ChannelKind;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedServerITCase {

  private static final String KEY = "0123456789abcdef0123456789abcdef";
  private static final String NEXT = "fedcba9876543210fedcba9876543210";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir private Path folder;
  private FeedServer server;

  @BeforeEach
  void open() throws Exception {
    Files.writeString(folder.resolve("feeds-key"), KEY);
    Path feeds = folder.resolve("feeds");
    server =
        FeedServer.start(
            feeds, new Secrets(Optional.of(folder), Map.of()), "feeds-key", FeedServer.loopback(0));
    try (FeedChannel channel = new FeedChannel(feeds, 10)) {
      channel.send(Samples.alert(), Samples.READER, Samples.channel(ChannelKind.FEED, "", null));
    }
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aFeedIsServedUnderItsToken() throws Exception {
    HttpResponse<String> all = get(path(KEY, Optional.empty()));
    assertThat(all.statusCode()).isEqualTo(200);
    assertThat(all.headers().firstValue("Content-Type"))
        .hasValue("application/atom+xml; charset=utf-8");
    assertThat(all.body()).contains("urn:clausestream:message:a1");
    assertThat(get(path(KEY, Optional.of("Marrowby"))).statusCode()).isEqualTo(200);
    assertThat(get(path(KEY, Optional.of("Quillstead"))).statusCode()).isEqualTo(404);
  }

  @Test
  void whatTheReaderHasIsNotSentAgain() throws Exception {
    String path = path(KEY, Optional.empty());
    HttpResponse<String> first = get(path);
    String tag = first.headers().firstValue("ETag").orElseThrow();
    String modified = first.headers().firstValue("Last-Modified").orElseThrow();
    assertThat(get(path, "If-None-Match", "\"other\", " + tag).statusCode()).isEqualTo(304);
    assertThat(get(path, "If-None-Match", "W/" + tag).body()).isEmpty();
    assertThat(get(path, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    assertThat(get(path, "If-Modified-Since", modified).statusCode()).isEqualTo(304);
    assertThat(get(path, "If-Modified-Since", "Mon, 01 Jan 2001 00:00:00 GMT").statusCode())
        .isEqualTo(200);
    assertThat(get(path, "If-Modified-Since", "yesterday").statusCode()).isEqualTo(200);
  }

  @Test
  void headTellsTheSameWithoutTheBody() throws Exception {
    String path = path(KEY, Optional.empty());
    HttpRequest head =
        HttpRequest.newBuilder(uri(path))
            .method("HEAD", HttpRequest.BodyPublishers.noBody())
            .build();
    HttpResponse<String> response = CLIENT.send(head, HttpResponse.BodyHandlers.ofString());
    HttpResponse<String> whole = get(path);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
    assertThat(response.headers().firstValue("ETag")).isEqualTo(whole.headers().firstValue("ETag"));
    assertThat(response.headers().firstValue("Content-Length"))
        .hasValue(Integer.toString(whole.body().getBytes(StandardCharsets.UTF_8).length));
  }

  @Test
  void onlyReadingIsAllowed() throws Exception {
    HttpRequest post =
        HttpRequest.newBuilder(uri(path(KEY, Optional.empty())))
            .POST(HttpRequest.BodyPublishers.ofString("x"))
            .build();
    HttpResponse<String> response = CLIENT.send(post, HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow")).hasValue("GET, HEAD");
  }

  @Test
  void aTokenOfAnotherKeyOrSubscriberOpensNothing() throws Exception {
    assertThat(get(path(NEXT, Optional.empty())).statusCode()).isEqualTo(404);
    String other = FeedPaths.path(new Secret(KEY), "other", Optional.empty());
    String[] ours = path(KEY, Optional.empty()).split("/");
    assertThat(get("/feeds/" + ours[2] + "/" + other.split("/")[3] + "/all.atom").statusCode())
        .isEqualTo(404);
  }

  @Test
  void whileTheKeyIsRotatedBothTokensOpen() throws Exception {
    Files.writeString(folder.resolve("feeds-key"), NEXT + "\n" + KEY);
    assertThat(get(path(KEY, Optional.empty())).statusCode()).isEqualTo(200);
    assertThat(get(path(NEXT, Optional.empty())).statusCode()).isEqualTo(200);
    Files.writeString(folder.resolve("feeds-key"), NEXT);
    assertThat(get(path(KEY, Optional.empty())).statusCode()).isEqualTo(404);
  }

  @Test
  void aShortKeyOpensNothingAndMakesNoPath() throws Exception {
    Files.writeString(folder.resolve("feeds-key"), "short");
    assertThat(get(path(KEY, Optional.empty())).statusCode()).isEqualTo(404);
    assertThatThrownBy(() -> path("short", Optional.empty()))
        .hasMessageContaining("32 characters")
        .hasMessageNotContaining("short;");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/feeds",
        "/feeds/",
        "%s/../.lock",
        "%s/.lock",
        "%s/..%%2f..%%2ffeeds-key",
        "%s/../../../feeds-key",
        "%s/....//feeds-key",
        "%s/all.atom/",
        "%s/all.atom%%00",
        "%s/all.atom.new",
        "%s/ALL.ATOM",
        "//feeds-key",
        "/..%%5cfeeds-key",
        "*"
      })
  void nothingElseIsReachable(String target) throws Exception {
    String base = path(KEY, Optional.empty()).replace("/all.atom", "");
    try (Socket socket = new Socket(server.address().getAddress(), server.address().getPort())) {
      String request =
          "GET " + target.formatted(base) + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain(KEY);
    }
  }

  @Test
  void itListensOnLoopback() {
    assertThat(server.address().getAddress().isLoopbackAddress()).isTrue();
  }

  private static String path(String key, Optional<String> platform) {
    return FeedPaths.path(new Secret(key), Samples.READER.subscriberId(), platform);
  }

  private HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.address().getPort() + path);
  }
}
