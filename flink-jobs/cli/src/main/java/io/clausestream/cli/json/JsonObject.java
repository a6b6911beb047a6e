package io.clausestream.cli.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Makes JSON objects of one line. Stateless. */
public final class JsonObject {

  private static final JsonFactory JSON = new JsonFactory();

  private JsonObject() {}

  /** Writes the fields of an object. */
  public interface Fields {
    /** Writes them. */
    void writeTo(JsonGenerator json) throws IOException;
  }

  /** An object with the fields, without white space or line ends. */
  public static String of(Fields fields) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      fields.writeTo(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("A string cannot fail to take characters.", e);
    }
    return line.toString();
  }

  /** A field of the value's text, or null. */
  public static void text(JsonGenerator json, String name, @Nullable Object value)
      throws IOException {
    if (value == null) {
      json.writeNullField(name);
    } else {
      json.writeStringField(name, value.toString());
    }
  }

  /** A field of a whole number, or null. */
  public static void number(JsonGenerator json, String name, @Nullable Number value)
      throws IOException {
    if (value == null) {
      json.writeNullField(name);
    } else {
      json.writeNumberField(name, value.longValue());
    }
  }
}
