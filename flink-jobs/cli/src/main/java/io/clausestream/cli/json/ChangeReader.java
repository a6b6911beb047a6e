package io.clausestream.cli.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.clausestream.schema.PageChange;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;

/**
 * Makes the record of a change again of what {@link JsonLine} wrote. A field that the line lacks,
 * as an older release wrote it, gets the default of the schema; one that it has beyond the schema
 * is passed over. Stateless.
 */
public final class ChangeReader {

  private static final SpecificData AVRO = new PageChange().getSpecificData();

  private ChangeReader() {}

  /**
   * The change of a line.
   *
   * @throws IllegalArgumentException naming the field that is missing or wrong
   */
  public static PageChange read(JsonNode line) {
    return (PageChange) record("", PageChange.getClassSchema(), line);
  }

  private static SpecificRecordBase record(String prefix, Schema schema, JsonNode node) {
    SpecificRecordBase made = (SpecificRecordBase) AVRO.newRecord(null, schema);
    for (Schema.Field field : schema.getFields()) {
      made.put(field.pos(), field(prefix + field.name(), field, node.get(field.name())));
    }
    return made;
  }

  private static @Nullable Object field(String path, Schema.Field field, @Nullable JsonNode value) {
    try {
      return value == null ? AVRO.getDefaultValue(field) : value(path, field.schema(), value);
    } catch (AvroRuntimeException e) {
      throw new IllegalArgumentException("it has no field " + path, e);
    }
  }

  private static @Nullable Object value(String path, Schema schema, JsonNode node) {
    return switch (schema.getType()) {
      case UNION -> node.isNull() ? null : value(path, schema.getTypes().get(1), node);
      case RECORD -> record(path + ".", schema, check(path, node, node.isObject()));
      case ARRAY -> array(path, schema.getElementType(), check(path, node, node.isArray()));
      case ENUM -> symbol(schema, check(path, node, node.isTextual()).textValue());
      case BOOLEAN -> check(path, node, node.isBoolean()).booleanValue();
      case STRING -> check(path, node, node.isTextual()).textValue();
      default -> number(path, schema, node);
    };
  }

  private static List<@Nullable Object> array(String path, Schema element, JsonNode node) {
    List<@Nullable Object> values = new ArrayList<>();
    for (JsonNode value : node) {
      values.add(value(path + "[" + values.size() + "]", element, value));
    }
    return values;
  }

  /** A symbol of a later release is read as the schema says. */
  private static Object symbol(Schema schema, String name) {
    return AVRO.createEnum(schema.hasEnumSymbol(name) ? name : schema.getEnumDefault(), schema);
  }

  private static Object number(String path, Schema schema, JsonNode node) {
    LogicalType logical = schema.getLogicalType();
    try {
      if (logical instanceof LogicalTypes.TimestampMillis) {
        return Instant.parse(check(path, node, node.isTextual()).textValue());
      }
      if (logical instanceof LogicalTypes.Date) {
        return LocalDate.parse(check(path, node, node.isTextual()).textValue());
      }
    } catch (DateTimeException e) {
      throw wrong(path, node, e);
    }
    return schema.getType() == Schema.Type.INT
        ? (Object) check(path, node, node.canConvertToInt()).intValue()
        : (Object) check(path, node, node.canConvertToLong()).longValue();
  }

  private static JsonNode check(String path, JsonNode node, boolean right) {
    if (!right) {
      throw wrong(path, node, null);
    }
    return node;
  }

  private static IllegalArgumentException wrong(
      String path, JsonNode node, @Nullable Throwable cause) {
    String told = node.toString();
    String cut = told.length() > 60 ? told.substring(0, 60) + "…" : told;
    return new IllegalArgumentException("its field " + path + " cannot be " + cut, cause);
  }
}
