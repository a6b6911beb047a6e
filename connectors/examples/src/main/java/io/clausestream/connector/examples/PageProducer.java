package io.clausestream.connector.examples;

import io.clausestream.schema.BodyEncoding;
import io.clausestream.schema.FetchId;
import io.clausestream.schema.FetchOutcome;
import io.clausestream.schema.FetchedPage;
import io.clausestream.schema.Origin;
import io.clausestream.schema.WireCodec;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends one fetched page: {@code PageProducer BROKER FILE URL PLATFORM TYPE}. */
public final class PageProducer {

  private PageProducer() {}

  /** Runs it. */
  public static void main(String[] args) throws Exception {
    byte[] body = Files.readAllBytes(Path.of(args[1]));
    Instant fetchedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    String documentId = args[3] + "/" + args[4];
    FetchedPage page = new FetchedPage();
    page.setFetchId(FetchId.of(documentId, fetchedAt, hash));
    page.setDocumentId(documentId);
    page.setPlatform(args[3]);
    page.setDocumentType(args[4]);
    page.setUrl(args[2]);
    page.setFetchedAt(fetchedAt);
    page.setOutcome(FetchOutcome.OK);
    page.setHttpStatus(200);
    page.setHeaders(Map.of());
    page.setContentType("text/html; charset=utf-8");
    page.setBody(ByteBuffer.wrap(body));
    page.setBodyEncoding(BodyEncoding.IDENTITY);
    page.setBodySha256(hash);
    page.setOrigin(Origin.LIVE);
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            args[0],
            "compression.type",
            "zstd",
            // Before compression; the broker takes 8 MiB after it.
            "max.request.size",
            32 << 20);
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      byte[] value = WireCodec.of(FetchedPage.class).encode(page);
      producer.send(new ProducerRecord<>("page-fetches", page.getPlatform(), value)).get();
    }
    System.out.println("Sent fetch " + page.getFetchId());
  }
}
