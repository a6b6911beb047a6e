package io.clausestream.connector.delivery.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clausestream.connector.delivery.Message;
import io.clausestream.connector.delivery.Samples;
import io.clausestream.connector.delivery.text.Tellings;
import io.clausestream.schema.DigestEntry;
import io.clausestream.schema.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SlackMessageTest {

  static Stream<Message> messages() {
    List<DigestEntry> entries = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      DigestEntry entry = Samples.entry("e" + i, "Marrowby", Severity.LOW, "<".repeat(5000));
      entry.setSummary(List.of("&".repeat(5000), "b".repeat(5000), "c".repeat(5000)));
      entries.add(entry);
    }
    Message.OfAlert long1 = (Message.OfAlert) Samples.largeAlert(200);
    long1.alert().getChange().setTitle("&👩".repeat(500));
    long1.alert().getChange().getBlocks().get(0).setAfter("<x>".repeat(20_000));
    return Stream.of(
        Samples.alert(),
        Samples.update(),
        Samples.retraction(),
        Samples.digest(),
        Samples.hostileAlert(),
        Samples.hostileDigest(),
        Samples.digest(entries),
        long1);
  }

  @ParameterizedTest
  @MethodSource("messages")
  void theLimitsOfSlackAreKept(Message message) throws IOException {
    JsonNode json = json(message);
    assertThat(json.get("blocks").size()).isBetween(3, 50);
    assertThat(json.at("/blocks/0/text/text").textValue().length()).isBetween(1, 150);
    for (JsonNode block : json.get("blocks")) {
      block.findValues("text").stream()
          .filter(JsonNode::isTextual)
          .forEach(text -> assertThat(text.textValue().length()).isBetween(1, 3000));
      block.findValues("elements").forEach(all -> assertThat(all).isNotEmpty());
    }
    JsonNode last = json.get("blocks").get(json.get("blocks").size() - 1);
    assertThat(last.get("elements").size()).isLessThanOrEqualTo(10);
  }

  @Test
  void textOfAPageMentionsAndLinksNobody() throws IOException {
    for (Message message : List.of(Samples.hostileAlert(), Samples.hostileDigest())) {
      JsonNode json = json(message);
      List<String> marked = new ArrayList<>();
      marked.add(json.get("text").textValue());
      for (JsonNode node : json.findParents("type")) {
        if (!node.path("type").asText().equals("text") && node.path("text").isTextual()) {
          marked.add(node.get("text").textValue());
        }
      }
      assertThat(marked).anyMatch(text -> text.contains("&lt;!channel&gt;"));
      assertThat(marked).noneMatch(text -> text.contains("<"));
    }
  }

  @Test
  void theRedlineIsRichTextWithoutMarkup() throws IOException {
    JsonNode json = json(Samples.alert());
    List<String> struck = new ArrayList<>();
    for (JsonNode style : json.findParents("style")) {
      if (style.at("/style/strike").booleanValue()) {
        struck.add(style.get("text").textValue());
      }
    }
    assertThat(struck).containsExactly("at any time", "30");
  }

  @Test
  void itTellsLinkCitationAndId() throws IOException {
    String end = json(Samples.alert()).get("blocks").toString();
    assertThat(end)
        .contains("<https://marrowby.example/terms?a=1&amp;b=2|Open the document>")
        .contains("Change c1, captured")
        .contains("\"text\":\"a1\"");
  }

  private static JsonNode json(Message message) throws IOException {
    return new ObjectMapper()
        .readTree(SlackMessage.of(Tellings.of(message, Samples.READER), message.messageId()));
  }
}
