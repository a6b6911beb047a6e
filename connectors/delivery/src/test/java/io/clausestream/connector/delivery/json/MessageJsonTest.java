package io.clausestream.connector.delivery.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.clausestream.connector.delivery.Message;
import io.clausestream.connector.delivery.Samples;
import io.clausestream.schema.DigestEntry;
import io.clausestream.schema.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessageJsonTest {

  private static final int LARGE = 1 << 20;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  static Stream<Message> messages() {
    return Stream.of(
        Samples.alert(),
        Samples.update(),
        Samples.retraction(),
        Samples.digest(),
        Samples.hostileAlert(),
        Samples.hostileDigest());
  }

  @ParameterizedTest
  @MethodSource("messages")
  void theSchemaDescribesEveryMessageAndEveryField(Message message) throws IOException {
    JsonNode json = MAPPER.readTree(MessageJson.of(message, LARGE).orElseThrow());
    assertThat(validate(json)).isEmpty();
  }

  @Test
  void theSchemaRefusesWhatIsNoMessage() throws IOException {
    ObjectNode json = tree(Samples.alert(), LARGE);
    ((ObjectNode) json.get("data")).put("retracts", "a1");
    assertThat(validate(json)).isNotEmpty();
    ObjectNode unknown = tree(Samples.alert(), LARGE);
    ((ObjectNode) unknown.at("/data/change")).put("undocumented", 1);
    assertThat(validate(unknown)).isNotEmpty();
    ObjectNode missing = tree(Samples.digest(), LARGE);
    ((ObjectNode) missing.get("data")).remove("until");
    assertThat(validate(missing)).isNotEmpty();
  }

  @Test
  void theTypeTellsAlertRetractionAndDigestApart() {
    assertThat(MessageJson.type(Samples.update())).isEqualTo("alert");
    assertThat(MessageJson.type(Samples.retraction())).isEqualTo("alert.retraction");
    assertThat(MessageJson.type(Samples.digest())).isEqualTo("digest");
  }

  @ParameterizedTest
  @MethodSource("messages")
  void aMessageIsOneLineAndAlwaysTheSameBytes(Message message) {
    byte[] first = MessageJson.of(message, LARGE).orElseThrow();
    assertThat(new String(first, UTF_8)).doesNotContain("\n").doesNotContain("\r");
    assertThat(MessageJson.of(message, LARGE)).hasValue(first);
  }

  @Test
  void whatDoesNotFitIsLeftOutAndCounted() throws IOException {
    for (int most = 3000; most < 60_000; most += 997) {
      ObjectNode json = tree(Samples.largeAlert(100), most);
      assertThat(MAPPER.writeValueAsBytes(json).length).isLessThanOrEqualTo(most);
      JsonNode change = json.at("/data/change");
      assertThat(change.get("blocks").size() + change.get("blocksOmitted").intValue())
          .isEqualTo(100);
      assertThat(validate(json)).isEmpty();
    }
  }

  @Test
  void ofADigestTheLastEntriesAreLeftOut() throws IOException {
    List<DigestEntry> entries = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      entries.add(Samples.entry("e" + i, "Marrowby", Severity.LOW, null));
    }
    ObjectNode json = tree(Samples.digest(entries), 20_000);
    JsonNode left = json.at("/data/entries");
    assertThat(left.get(0).get("changeId").textValue()).isEqualTo("ce0");
    assertThat(left.size() + json.at("/data/entriesOmitted").intValue()).isEqualTo(302);
    assertThat(MAPPER.writeValueAsBytes(json).length).isBetween(19_000, 20_000);
  }

  @Test
  void whatDoesNotFitEvenSoIsNoMessage() {
    assertThat(MessageJson.of(Samples.alert(), 500)).isEmpty();
  }

  private static ObjectNode tree(Message message, int most) throws IOException {
    return (ObjectNode) MAPPER.readTree(MessageJson.of(message, most).orElseThrow());
  }

  private static Set<ValidationMessage> validate(JsonNode json) throws IOException {
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(
                strict(), SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
    return schema.validate(json);
  }

  /** The published schema lets readers meet new fields; here none may be missing from it. */
  private static JsonNode strict() throws IOException {
    try (InputStream in = MessageJson.class.getResourceAsStream(MessageJson.SCHEMA)) {
      JsonNode schema = MAPPER.readTree(in);
      for (JsonNode definition : schema.get("$defs")) {
        if (definition.has("properties")) {
          ((ObjectNode) definition).put("additionalProperties", false);
        }
      }
      ((ObjectNode) schema).put("additionalProperties", false);
      return schema;
    }
  }
}
