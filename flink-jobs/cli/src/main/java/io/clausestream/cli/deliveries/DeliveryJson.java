package io.clausestream.cli.deliveries;

import io.clausestream.cli.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** A delivery as one JSON object in one line; new fields come behind. Stateless. */
final class DeliveryJson {

  private DeliveryJson() {}

  static String line(DeliveryFacts facts) {
    return JsonObject.of(
        json -> {
          json.writeStringField("deliveryId", facts.id());
          json.writeStringField("status", facts.status().name());
          json.writeStringField("messageId", facts.messageId());
          json.writeStringField("subscriberId", facts.subscriberId());
          json.writeStringField("channel", facts.channel().name());
          json.writeNumberField("attempts", facts.attempts());
          json.writeStringField("time", facts.time().toString());
          JsonObject.text(json, "next", facts.next());
          JsonObject.text(json, "reason", facts.reason());
          JsonObject.text(json, "detail", facts.detail());
          JsonObject.text(json, "lateAt", facts.lateAt());
          json.writeStringField("message", facts.place());
        });
  }

  /** What became of one that was to be sent again. */
  static String retried(DeliveryFacts facts, boolean sentBack) {
    return JsonObject.of(
        json -> {
          json.writeStringField("deliveryId", facts.id());
          json.writeBooleanField("sentBack", sentBack);
          json.writeStringField("statusBefore", facts.status().name());
          json.writeStringField("subscriberId", facts.subscriberId());
          json.writeStringField("channel", facts.channel().name());
          JsonObject.text(json, "reason", facts.reason());
        });
  }

  /** Where a feed is. */
  static String feed(String subscriber, @Nullable String platform, String address) {
    return JsonObject.of(
        json -> {
          json.writeStringField("subscriberId", subscriber);
          JsonObject.text(json, "platform", platform);
          json.writeStringField("address", address);
        });
  }
}
