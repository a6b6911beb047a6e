package io.clausestream.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.schema.Alert;
import io.clausestream.schema.BodyEncoding;
import io.clausestream.schema.DeadLetter;
import io.clausestream.schema.FetchedPage;
import io.clausestream.schema.SourceHealth;
import io.clausestream.schema.Suppression;
import io.clausestream.schema.WireCodec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoisonInputITCase {

  private static final String POISONED = "Poisoned";
  private static final Instant AT = TestHistory.START;
  private static final WireCodec<FetchedPage> CODEC = WireCodec.of(FetchedPage.class);
  private static final int PLATFORMS = 2;
  private static final int ROUNDS = 16;

  @Test
  void everyPoisonIsToldWithItsReasonAndNothingElseDiffers(@TempDir Path folder) throws Exception {
    List<FetchedPage> captures = TestHistory.captures(PLATFORMS, ROUNDS);
    List<ProducerRecord<byte[], byte[]>> dead = deadLetters();
    List<FetchedPage> sick = badCaptures();
    try (LiveSystem system = LiveSystem.start(folder, 2)) {
      system.feed(captures.subList(0, captures.size() / 2));
      system.send(dead);
      system.feed(sick);
      system.feed(captures.subList(captures.size() / 2, captures.size()));
      long fetches = (long) captures.size() + dead.size() + sick.size();
      system.awaitVerdicts(fetches);

      assertThat(system.ledger().law(fetches).holds()).isTrue();
      assertThat(system.deadLetters())
          .extracting(DeadLetter::getReason)
          .containsExactlyInAnyOrder(
              "UNDECODABLE",
              "UNKNOWN_SCHEMA",
              "NESTED_TOO_DEEP",
              "WRONG_KEY",
              "INVALID_TIME",
              "BODY_CORRUPT");
      assertThat(system.deadLetters())
          .allSatisfy(
              letter -> {
                assertThat(letter.getDetail()).isNotBlank();
                assertThat(letter.getValue()).isNotNull();
              });
      assertThat(system.read(TopicCatalogue.SOURCE_HEALTH, SourceHealth.class))
          .extracting(
              SourceHealth::getDocumentId, health -> health.getEvidence().get(0).split(":")[0])
          .containsExactlyInAnyOrder(
              org.assertj.core.groups.Tuple.tuple("Poisoned/No HTML", "UNSUPPORTED_TYPE"),
              org.assertj.core.groups.Tuple.tuple("Poisoned/Wrong charset", "UNREADABLE"),
              org.assertj.core.groups.Tuple.tuple("Poisoned/NUL bytes", "UNREADABLE"));
      assertThat(system.read(TopicCatalogue.SUPPRESSIONS, Suppression.class)).hasSize(sick.size());
      assertThat(system.alerts())
          .hasSize((int) TestHistory.changes(PLATFORMS, ROUNDS))
          .extracting(Alert::getChange)
          .noneMatch(change -> change.getPlatform().equals(POISONED));
    }
  }

  private static List<ProducerRecord<byte[], byte[]>> deadLetters() {
    byte[] unknownSchema = CODEC.encode(page("Unknown schema", "<p>x</p>"));
    unknownSchema[4] ^= 0x55;
    ProducerRecord<byte[], byte[]> good =
        LiveSystem.record(POISONED, CODEC.encode(page("No key", "<p>x</p>")), AT.toEpochMilli());
    return List.of(
        poison("this is no Avro at all".getBytes(StandardCharsets.UTF_8)),
        poison(unknownSchema),
        poison(CODEC.encode(page("Deep", "<div>".repeat(100_000) + "deep"))),
        new ProducerRecord<>(good.topic(), null, good.timestamp(), null, good.value()),
        poison(CODEC.encode(yearNineThousand())),
        poison(CODEC.encode(truncatedGzip())));
  }

  /** Three of each, as that many in a row make a source unavailable. */
  private static List<FetchedPage> badCaptures() {
    List<FetchedPage> pages = new ArrayList<>();
    byte[] html = TestHistory.html("Terms", 0).getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 3; i++) {
      Instant at = AT.plusSeconds(i);
      FetchedPage image =
          TestHistory.page(
              POISONED, "No HTML", at, new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, (byte) i});
      image.setContentType("image/png");
      FetchedPage charset = TestHistory.page(POISONED, "Wrong charset", at, html);
      charset.setContentType("text/html; charset=UTF-16LE");
      FetchedPage nuls =
          TestHistory.page(
              POISONED,
              "NUL bytes",
              at,
              ("<main>" + "text \0\0".repeat(500)).getBytes(StandardCharsets.UTF_8));
      pages.addAll(List.of(image, charset, nuls));
    }
    return pages;
  }

  private static FetchedPage page(String type, String html) {
    return TestHistory.page(POISONED, type, AT, html);
  }

  private static FetchedPage yearNineThousand() {
    return TestHistory.page(POISONED, "Future", Instant.parse("9999-12-31T23:59:59Z"), "<p>x</p>");
  }

  private static FetchedPage truncatedGzip() {
    FetchedPage page = page("Truncated", TestHistory.html("Terms", 0));
    byte[] whole = gzip(page.getBody().array());
    page.setBody(ByteBuffer.wrap(Arrays.copyOf(whole, whole.length / 2)));
    page.setBodyEncoding(BodyEncoding.GZIP);
    return page;
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static ProducerRecord<byte[], byte[]> poison(byte[] value) {
    return LiveSystem.record(POISONED, value, AT.toEpochMilli());
  }
}
