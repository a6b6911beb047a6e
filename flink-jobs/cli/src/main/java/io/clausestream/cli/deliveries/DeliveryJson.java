package io.clausestream.cli.deliveries;

import io.clausestream.cli.json.JsonObject;

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
}
