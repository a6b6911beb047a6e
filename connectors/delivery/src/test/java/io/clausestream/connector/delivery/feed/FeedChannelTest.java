package io.clausestream.connector.delivery.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.io.WireFeedInput;
import io.clausestream.connector.delivery.Message;
import io.clausestream.connector.delivery.Samples;
import io.clausestream.connector.delivery.SendResult;
import io.clausestream.connector.delivery.SendResult.Delivered;
import io.clausestream.schema.ChannelKind;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedChannelTest {

  @TempDir private Path folder;
  private FeedChannel channel;

  @BeforeEach
  void open() {
    channel = new FeedChannel(folder, 5);
  }

  @Test
  void anAlertStandsInTheFeedOfAllAndInThatOfItsPlatform() throws Exception {
    assertThat(send(Samples.alert())).isEqualTo(new Delivered());
    send(Samples.digest());
    assertThat(entries(all()))
        .extracting(Entry::getId)
        .containsExactlyInAnyOrder("urn:clausestream:message:a1", "urn:clausestream:message:d1");
    assertThat(entries(platform()))
        .extracting(Entry::getId)
        .containsExactly("urn:clausestream:message:a1");
    Entry entry = entries(platform()).get(0);
    assertThat(entry.getTitle()).isEqualTo("Marrowby, Terms of Service: refunds-and-payouts");
    assertThat(entry.getUpdated().toInstant()).isEqualTo("2026-01-05T07:00:00Z");
    assertThat(entry.getAlternateLinks().get(0).getHref())
        .isEqualTo("https://marrowby.example/terms?a=1&b=2");
    assertThat(Jsoup.parse(entry.getContents().get(0).getValue()).select("ins").eachText())
        .contains("90");
  }

  @Test
  void writingAMessageTwiceChangesNothing() throws Exception {
    send(Samples.alert());
    send(Samples.digest());
    byte[] once = Files.readAllBytes(all());
    send(Samples.alert());
    assertThat(Files.readAllBytes(all())).isEqualTo(once);
  }

  @Test
  void theNewestEntriesStay() throws Exception {
    for (int i = 0; i < 12; i++) {
      Message.OfAlert message = (Message.OfAlert) Samples.alert();
      message.alert().setAlertId("n" + i);
      message.alert().setAlertedAt(message.alert().getAlertedAt().plus(Duration.ofHours(i)));
      send(message);
    }
    assertThat(entries(all()))
        .extracting(Entry::getId)
        .containsExactly(
            Stream.of(11, 10, 9, 8, 7)
                .map(i -> "urn:clausestream:message:n" + i)
                .toArray(String[]::new));
  }

  @Test
  void textOfAPageIsNeitherMarkupNorABrokenFeed() throws Exception {
    send(Samples.hostileAlert());
    send(Samples.hostileDigest());
    send(Samples.alert());
    assertThat(entries(all())).hasSize(3);
    for (Entry entry : entries(all())) {
      String html = entry.getContents().get(0).getValue();
      assertThat(Jsoup.parse(html).select("script, img, [onerror]")).isEmpty();
      assertThat(entry.getTitleEx().getType()).isIn("text", null, "");
    }
    String text = Files.readString(all());
    assertThat(text).doesNotContain("<script").doesNotContain("href=\"javascript");
  }

  @Test
  void aDamagedFeedIsMovedAsideAndBeginsAnew() throws Exception {
    send(Samples.alert());
    Files.writeString(all(), "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><feed>&e;");
    assertThat(send(Samples.digest())).isEqualTo(new Delivered());
    assertThat(entries(all())).hasSize(1);
    assertThat(all().resolveSibling("all.atom.damaged")).exists();
  }

  @Test
  void manyWritersLoseNoEntry() throws Exception {
    channel = new FeedChannel(folder, 100);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<SendResult>> sent = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Message.OfAlert message = (Message.OfAlert) Samples.alert();
      message.alert().setAlertId("m" + i);
      sent.add(threads.submit(() -> send(message)));
    }
    for (Future<SendResult> one : sent) {
      assertThat(one.get()).isEqualTo(new Delivered());
    }
    threads.shutdown();
    assertThat(entries(all())).hasSize(40);
  }

  @Test
  void aForgottenSubscriberLeavesNothing() throws Exception {
    send(Samples.alert());
    channel.forget(Samples.READER.subscriberId());
    assertThat(folder).isEmptyDirectory();
  }

  private SendResult send(Message message) throws InterruptedException {
    return channel.send(message, Samples.READER, Samples.channel(ChannelKind.FEED, "", null));
  }

  private Path all() {
    return file(Optional.empty());
  }

  private Path platform() {
    return file(Optional.of("Marrowby"));
  }

  private Path file(Optional<String> platform) {
    return folder
        .resolve(FeedPaths.folder(Samples.READER.subscriberId()))
        .resolve(FeedPaths.name(platform) + ".atom");
  }

  private static List<Entry> entries(Path file) throws Exception {
    try (Reader reader = Files.newBufferedReader(file, UTF_8)) {
      return ((Feed) new WireFeedInput(false, Locale.ROOT).build(reader)).getEntries();
    }
  }
}
