package io.clausestream.cli.subscription;

import com.fasterxml.jackson.core.JsonGenerator;
import io.clausestream.cli.json.JsonObject;
import io.clausestream.schema.Mute;
import io.clausestream.schema.Refusal;
import io.clausestream.schema.Subscription;
import io.clausestream.schema.SubscriptionChannel;
import io.clausestream.schema.SubscriptionTerms;
import java.io.IOException;
import java.util.List;

/** Subscriptions and their refusals as lines of JSON. Stateless. */
final class SubscriptionJson {

  private SubscriptionJson() {}

  static String of(Subscription subscription) {
    return JsonObject.of(
        json -> {
          json.writeStringField("subscriberId", subscription.getSubscriberId());
          terms(json, subscription.getTerms());
          json.writeBooleanField("alerts", subscription.getAlerts());
          json.writeStringField("validFrom", subscription.getValidFrom().toString());
          json.writeStringField("requestId", subscription.getRequestId());
          JsonObject.text(json, "requestedBy", subscription.getRequestedBy());
          json.writeStringField("admittedAt", subscription.getAdmittedAt().toString());
        });
  }

  static String of(Refusal refusal) {
    return JsonObject.of(
        json -> {
          JsonObject.text(json, "subscriberId", refusal.getSubject());
          json.writeStringField("refused", refusal.getReason());
          json.writeStringField("detail", refusal.getDetail());
          JsonObject.text(json, "requestId", refusal.getRequestId());
        });
  }

  private static void terms(JsonGenerator json, SubscriptionTerms terms) throws IOException {
    json.writeStringField("plan", terms.getPlan());
    json.writeStringField("state", terms.getState().name());
    strings(json, "platforms", terms.getPlatforms());
    strings(json, "documentTypes", terms.getDocumentTypes());
    strings(json, "categories", terms.getCategories());
    json.writeStringField("minimumSeverity", terms.getMinimumSeverity().name());
    strings(json, "directions", terms.getDirections());
    json.writeBooleanField("provisionLevel", terms.getProvisionLevel());
    strings(json, "provisionIds", terms.getProvisionIds());
    json.writeArrayFieldStart("mutes");
    for (Mute mute : terms.getMutes()) {
      json.writeStartObject();
      json.writeStringField("documentId", mute.getDocumentId());
      JsonObject.text(json, "provisionId", mute.getProvisionId());
      json.writeEndObject();
    }
    json.writeEndArray();
    channels(json, terms.getChannels());
    json.writeStringField("language", terms.getLanguage());
    json.writeStringField("timeZone", terms.getTimeZone());
    json.writeBooleanField("digest", terms.getDigest());
    json.writeStringField("digestDay", terms.getDigestDay());
    json.writeNumberField("digestHour", terms.getDigestHour());
  }

  private static void channels(JsonGenerator json, List<SubscriptionChannel> channels)
      throws IOException {
    json.writeArrayFieldStart("channels");
    for (SubscriptionChannel channel : channels) {
      json.writeStartObject();
      json.writeStringField("kind", channel.getKind().name());
      json.writeStringField("target", channel.getTarget());
      JsonObject.text(json, "secret", channel.getSecret());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void strings(JsonGenerator json, String name, List<?> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (Object value : values) {
      json.writeString(value.toString());
    }
    json.writeEndArray();
  }
}
