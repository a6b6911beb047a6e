package io.clausestream.cli.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.clausestream.schema.ProvisionChange;
import io.clausestream.schema.QuantityChange;
import java.io.IOException;
import java.util.List;

/** The provisions of a change in its line of JSON. Stateless. */
final class ProvisionJson {

  private ProvisionJson() {}

  static void write(JsonGenerator json, List<ProvisionChange> provisions) throws IOException {
    json.writeArrayFieldStart("provisions");
    for (ProvisionChange provision : provisions) {
      json.writeStartObject();
      fields(json, provision);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void fields(JsonGenerator json, ProvisionChange provision) throws IOException {
    JsonObject.text(json, "provisionId", provision.getProvisionId());
    json.writeStringField("lineage", provision.getLineage().name());
    JsonLine.strings(json, "headingPath", provision.getHeadingPath());
    json.writeStringField("severity", provision.getSeverity().name());
    json.writeStringField("direction", provision.getDirection().name());
    JsonLine.strings(json, "categories", provision.getCategories());
    JsonLine.reasons(json, provision.getReasons());
    quantities(json, provision.getQuantities());
    JsonLine.strings(json, "authorities", provision.getAuthorities());
    json.writeBooleanField("retroactive", provision.getRetroactive());
    JsonLine.instant(json, "firstSeen", provision.getFirstSeen());
    JsonLine.instant(json, "lastChanged", provision.getLastChanged());
  }

  private static void quantities(JsonGenerator json, List<QuantityChange> quantities)
      throws IOException {
    json.writeArrayFieldStart("quantities");
    for (QuantityChange quantity : quantities) {
      json.writeStartObject();
      json.writeStringField("before", quantity.getBefore());
      json.writeStringField("after", quantity.getAfter());
      json.writeStringField("unitBefore", quantity.getUnitBefore());
      json.writeStringField("unitAfter", quantity.getUnitAfter());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
