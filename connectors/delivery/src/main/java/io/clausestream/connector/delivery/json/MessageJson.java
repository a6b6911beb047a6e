package io.clausestream.connector.delivery.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clausestream.connector.delivery.Message;
import io.clausestream.schema.Alert;
import java.util.Optional;

/**
 * Messages as JSON, as {@code message.schema.json} beside this class describes it. The same message
 * gives the same bytes.
 */
public final class MessageJson {

  /** Name of the resource beside this class that describes the JSON. */
  public static final String SCHEMA = "message.schema.json";

  /** By so much the number of what was left out may grow. */
  private static final int COUNTER_DIGITS = 10;

  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  private MessageJson() {}

  /** What a message is: {@code alert}, {@code alert.retraction} or {@code digest}. */
  public static String type(Message message) {
    if (message instanceof Message.OfAlert alert) {
      return alert.alert().getRetracts() == null ? "alert" : "alert.retraction";
    }
    return "digest";
  }

  /**
   * The message in one line, UTF-8. What does not fit is left out from the end: changed blocks,
   * then provisions, then entries of a digest, and counted in the message.
   *
   * @param mostBytes size that it may have
   * @return empty when it does not fit even so
   */
  public static Optional<byte[]> of(Message message, int mostBytes) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("type", type(message));
    root.put("id", message.messageId());
    if (message instanceof Message.OfAlert alert) {
      alert(root, alert.alert());
    } else if (message instanceof Message.OfDigest digest) {
      root.put("timestamp", digest.digest().getUntil().toString());
      DigestJson.write(root.putObject("data"), digest.digest());
    }
    return fitted(root, mostBytes);
  }

  private static void alert(ObjectNode root, Alert alert) {
    root.put("timestamp", alert.getAlertedAt().toString());
    ObjectNode data = root.putObject("data");
    data.put("alertId", alert.getAlertId());
    data.put("subscriberId", alert.getSubscriberId());
    data.put("severity", alert.getSeverity().name());
    data.put("alertedAt", alert.getAlertedAt().toString());
    data.put("updates", alert.getUpdates());
    data.put("retracts", alert.getRetracts());
    data.put("correction", alert.getCorrection());
    ChangeJson.write(data.putObject("change"), alert.getChange());
  }

  private static Optional<byte[]> fitted(ObjectNode root, int mostBytes) {
    byte[] bytes = bytes(root);
    JsonNode data = root.get("data");
    if (bytes.length > mostBytes && data.get("change") instanceof ObjectNode change) {
      trim(change, "blocks", bytes.length - mostBytes);
      bytes = bytes(root);
      trim(change, "provisions", bytes.length - mostBytes);
    } else if (bytes.length > mostBytes && data instanceof ObjectNode digest) {
      trim(digest, "entries", bytes.length - mostBytes);
    }
    byte[] trimmed = bytes(root);
    return trimmed.length <= mostBytes ? Optional.of(trimmed) : Optional.empty();
  }

  /** Drops elements from the end until so many bytes are gone, and counts them. */
  private static void trim(ObjectNode parent, String name, int excess) {
    if (excess <= 0 || !(parent.get(name) instanceof ArrayNode array)) {
      return;
    }
    int left = excess + COUNTER_DIGITS;
    int dropped = 0;
    while (left > 0 && !array.isEmpty()) {
      left -= bytes(array.remove(array.size() - 1)).length;
      dropped++;
    }
    String counter = name + "Omitted";
    parent.put(counter, parent.get(counter).intValue() + dropped);
  }

  private static byte[] bytes(JsonNode node) {
    try {
      return MAPPER.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of JSON cannot be written", e);
    }
  }
}
