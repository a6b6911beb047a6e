package io.clausestream.cli.look;

import com.fasterxml.jackson.core.JsonGenerator;
import io.clausestream.cli.json.JsonObject;
import java.io.IOException;
import java.util.List;

/**
 * Events and states as one JSON object in one line. The names of the fields are a contract; new
 * fields come behind. What is not known is null.
 */
final class StoryJson {

  private StoryJson() {}

  /** An event of a story. */
  static String of(String documentId, StoryEvent event) {
    return JsonObject.of(
        json -> {
          json.writeStringField("documentId", documentId);
          json.writeStringField("fetchedAt", event.fetchedAt().toString());
          json.writeStringField("detectedAt", event.at().toString());
          json.writeStringField("verdict", event.kind().name());
          JsonObject.text(json, "severity", event.severity().map(Enum::name).orElse(null));
          json.writeStringField("reason", event.reason());
          json.writeStringField("detail", event.detail());
          strings(json, event.why());
          json.writeStringField("fetchId", event.fetchId());
          JsonObject.text(json, "changeId", event.changeId().orElse(null));
          JsonObject.number(json, "version", event.version().map(v -> v.getNumber()).orElse(null));
          JsonObject.text(json, "textSha256", event.textSha256().orElse(null));
          json.writeStringField("url", event.url());
        });
  }

  /** The state of a document. */
  static String of(DocumentState state) {
    return JsonObject.of(
        json -> {
          json.writeStringField("documentId", state.story().documentId());
          json.writeStringField("url", state.url());
          JsonObject.number(json, "version", state.version().map(v -> v.getNumber()).orElse(null));
          JsonObject.text(
              json, "versionSince", state.version().map(v -> v.getFetchedAt()).orElse(null));
          JsonObject.text(
              json, "textSha256", state.version().map(v -> v.getTextSha256()).orElse(null));
          JsonObject.text(
              json, "bodySha256", state.version().map(v -> v.getBodySha256()).orElse(null));
          JsonObject.text(json, "firstSeen", state.firstSeen().orElse(null));
          JsonObject.text(json, "lastVerified", state.lastVerified().orElse(null));
          JsonObject.text(
              json, "lastChanged", state.lastChange().map(StoryEvent::fetchedAt).orElse(null));
          json.writeStringField("health", state.health().name());
          json.writeNumberField("badCaptures", state.badCaptures());
          json.writeNumberField("changesIn30Days", state.recentChanges());
          json.writeStringField("upTo", state.story().latest().toString());
          json.writeArrayFieldStart("changes");
          for (StoryEvent change : state.lastChanges()) {
            json.writeRawValue(of(state.story().documentId(), change));
          }
          json.writeEndArray();
        });
  }

  private static void strings(JsonGenerator json, List<String> sentences) throws IOException {
    json.writeArrayFieldStart("why");
    for (String sentence : sentences) {
      json.writeString(sentence);
    }
    json.writeEndArray();
  }
}
