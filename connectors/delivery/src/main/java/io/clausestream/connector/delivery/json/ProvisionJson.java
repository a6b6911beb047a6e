package io.clausestream.connector.delivery.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clausestream.schema.ProvisionChange;
import io.clausestream.schema.QuantityChange;
import java.util.List;

/** Writes provisions. */
final class ProvisionJson {

  private ProvisionJson() {}

  static void write(ArrayNode json, List<ProvisionChange> provisions) {
    for (ProvisionChange provision : provisions) {
      write(json.addObject(), provision);
    }
  }

  private static void write(ObjectNode json, ProvisionChange provision) {
    json.put("provisionId", provision.getProvisionId());
    json.put("lineage", provision.getLineage().name());
    ChangeJson.strings(json.putArray("headingPath"), provision.getHeadingPath());
    json.put("severity", provision.getSeverity().name());
    json.put("direction", provision.getDirection().name());
    ChangeJson.strings(json.putArray("categories"), provision.getCategories());
    ChangeJson.reasons(json.putArray("reasons"), provision.getReasons());
    quantities(json.putArray("quantities"), provision.getQuantities());
    ChangeJson.strings(json.putArray("authorities"), provision.getAuthorities());
    json.put("retroactive", provision.getRetroactive());
    json.put("firstSeen", provision.getFirstSeen().toString());
    json.put("lastChanged", provision.getLastChanged().toString());
  }

  private static void quantities(ArrayNode json, List<QuantityChange> quantities) {
    for (QuantityChange quantity : quantities) {
      ObjectNode node = json.addObject();
      node.put("before", quantity.getBefore());
      node.put("unitBefore", quantity.getUnitBefore());
      node.put("after", quantity.getAfter());
      node.put("unitAfter", quantity.getUnitAfter());
    }
  }
}
