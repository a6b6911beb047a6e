package io.clausestream.cli.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.clausestream.pipeline.settings.Setting;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** A setting as one JSON object in one line. The names of the fields are a contract. */
final class SettingJson {

  private static final JsonFactory JSON = new JsonFactory();

  private SettingJson() {}

  static String of(Setting setting) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("key", setting.key());
      json.writeStringField("value", setting.shown());
      json.writeStringField("origin", setting.origin().kind().name());
      json.writeStringField("where", setting.origin().where());
      json.writeBooleanField("secret", setting.isSecret());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("A string cannot fail to take characters.", e);
    }
    return line.toString();
  }
}
