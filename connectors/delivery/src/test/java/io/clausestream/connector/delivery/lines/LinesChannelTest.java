package io.clausestream.connector.delivery.lines;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.clausestream.connector.delivery.Message;
import io.clausestream.connector.delivery.Samples;
import io.clausestream.connector.delivery.SendResult;
import io.clausestream.connector.delivery.SendResult.Delivered;
import io.clausestream.connector.delivery.SendResult.Retry;
import io.clausestream.connector.delivery.json.MessageJson;
import io.clausestream.schema.ChannelKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinesChannelTest {

  @TempDir private Path folder;
  private LinesChannel channel;

  @BeforeEach
  void open() {
    channel = new LinesChannel(folder.resolve("lines"));
  }

  @Test
  void eachMessageIsALineOfTheSameJsonAsAWebhook() throws Exception {
    send(Samples.alert());
    send(Samples.hostileAlert());
    assertThat(lines()).containsExactly(json(Samples.alert()), json(Samples.hostileAlert()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100, 8191, 8192, 8193, 20_000})
  void aLineThatACrashToreOffIsCutAwayBeforeTheNextOne(int torn) throws Exception {
    send(Samples.alert());
    Files.writeString(file(), "x".repeat(torn), StandardOpenOption.APPEND);
    send(Samples.digest());
    assertThat(lines()).containsExactly(json(Samples.alert()), json(Samples.digest()));
  }

  @Test
  void aFileOfNothingButATornLineBeginsAnew() throws Exception {
    send(Samples.alert());
    Files.writeString(file(), "y".repeat(10_000));
    send(Samples.digest());
    assertThat(lines()).containsExactly(json(Samples.digest()));
  }

  @Test
  void manyWritersTearNoLine() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<SendResult>> sent = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      sent.add(threads.submit(() -> send(Samples.alert())));
    }
    for (Future<SendResult> one : sent) {
      assertThat(one.get()).isEqualTo(new Delivered());
    }
    threads.shutdown();
    assertThat(lines()).hasSize(100).allMatch(json(Samples.alert())::equals);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../etc/passwd", "/", "", "a\u0000b", "ä/ö", "con", ".."})
  void noSubscriberLeadsOutOfTheFolder(String subscriberId) {
    Path file = channel.file(subscriberId).normalize();
    assertThat(file).startsWithRaw(folder.resolve("lines"));
    assertThat(file.getParent().getFileName().toString()).matches("[0-9a-f]{32}");
  }

  @Test
  void aFolderThatCannotBeWrittenIsTriedAgain() throws Exception {
    Files.writeString(folder.resolve("lines"), "a file");
    assertThat(((Retry) send(Samples.alert())).reason()).isEqualTo("FILE");
  }

  @Test
  void whoIsInterruptedStops() throws Exception {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> send(Samples.alert())).isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
    assertThat(send(Samples.alert())).isEqualTo(new Delivered());
    assertThat(lines()).hasSize(1);
  }

  @Test
  void aForgottenSubscriberLeavesNothing() throws Exception {
    send(Samples.alert());
    channel.forget(Samples.READER.subscriberId());
    channel.forget(Samples.READER.subscriberId());
    assertThat(folder.resolve("lines")).isEmptyDirectory();
  }

  private SendResult send(Message message) throws InterruptedException {
    return channel.send(message, Samples.READER, Samples.channel(ChannelKind.JSON_LINES, "", null));
  }

  private Path file() {
    return channel.file(Samples.READER.subscriberId());
  }

  private List<String> lines() throws IOException {
    String text = Files.readString(file());
    assertThat(text).endsWith("\n");
    for (String line : text.lines().toList()) {
      assertThat(new ObjectMapper().readTree(line).isObject()).isTrue();
    }
    return text.lines().toList();
  }

  private static String json(Message message) {
    return new String(MessageJson.of(message, 1 << 20).orElseThrow(), UTF_8);
  }
}
