package io.clausestream.connector.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.clausestream.schema.FetchOutcome;
import io.clausestream.schema.Variant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One line of a JSON Lines history, checked field by field. */
final class JsonLine {

  static final String FORMAT = "connectors/history/README.md";

  private static final List<String> FIELDS =
      List.of(
          "documentId",
          "platform",
          "documentType",
          "url",
          "finalUrl",
          "fetchedAt",
          "outcome",
          "httpStatus",
          "contentType",
          "headers",
          "region",
          "language",
          "path",
          "body",
          "bodyBase64");

  /** Of these a line has one at most. */
  private static final List<String> BODIES = List.of("path", "body", "bodyBase64");

  private static final ObjectMapper MAPPER = mapper();

  private final JsonNode node;
  private final Path file;
  private final long number;

  private JsonLine(JsonNode node, Path file, long number) {
    this.node = node;
    this.file = file;
    this.number = number;
  }

  private static ObjectMapper mapper() {
    ObjectMapper mapper =
        JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
    mapper
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder()
                .maxStringLength(2 * Pages.MAX_BODY_BYTES)
                .maxNestingDepth(8)
                .build());
    return mapper;
  }

  /** Reads and checks a line, all but its body. */
  static JsonLine parse(byte[] json, Path file, long number) throws IOException {
    try {
      JsonLine line = new JsonLine(MAPPER.readTree(json), file, number);
      line.check();
      return line;
    } catch (JsonProcessingException e) {
      throw new ArchiveFormatException(
          "%s, line %d: this is not one JSON object (%s). The format is in %s."
              .formatted(file, number, e.getOriginalMessage(), FORMAT));
    }
  }

  private void check() throws ArchiveFormatException {
    if (!node.isObject()) {
      throw new ArchiveFormatException(
          "%s, line %d: this is not one JSON object. The format is in %s."
              .formatted(file, number, FORMAT));
    }
    TreeSet<String> unknown = new TreeSet<>();
    node.fieldNames().forEachRemaining(unknown::add);
    FIELDS.forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      throw wrong(unknown.first(), "is not known; known are " + FIELDS);
    }
    document();
    url();
    finalUrl();
    fetchedAt();
    httpStatus();
    contentType();
    headers();
    variant();
    checkBody();
  }

  private void checkBody() throws ArchiveFormatException {
    path();
    String first = null;
    for (String field : BODIES) {
      boolean present = text(field) != null;
      if (present && first != null) {
        throw wrong(field, "stands beside '" + first + "'; give the body once");
      }
      first = present ? field : first;
    }
    if (outcome() == FetchOutcome.OK && first == null) {
      throw wrong("path", "is missing, and so are 'body' and 'bodyBase64'; outcome OK needs one");
    }
    try {
      inlineBody();
    } catch (IOException e) {
      throw wrong("bodyBase64", "is not base64; encode the bytes as they were fetched");
    }
  }

  DocumentName document() throws ArchiveFormatException {
    String platform = required("platform");
    String type = required("documentType");
    String id = text("documentId");
    return new DocumentName(id == null ? platform + "/" + type : id, platform, type);
  }

  String url() throws ArchiveFormatException {
    return required("url");
  }

  @Nullable String finalUrl() throws ArchiveFormatException {
    return text("finalUrl");
  }

  @Nullable String contentType() throws ArchiveFormatException {
    return text("contentType");
  }

  Instant fetchedAt() throws ArchiveFormatException {
    String text = required("fetchedAt");
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw wrong(
          "fetchedAt", "is '" + text + "'; write an ISO 8601 time such as 2026-01-31T06:00:00Z");
    }
  }

  FetchOutcome outcome() throws ArchiveFormatException {
    String text = text("outcome");
    if (text == null) {
      return FetchOutcome.OK;
    }
    for (FetchOutcome outcome : FetchOutcome.values()) {
      if (outcome != FetchOutcome.UNKNOWN && outcome.name().equals(text)) {
        return outcome;
      }
    }
    throw wrong(
        "outcome", "is '" + text + "'; write OK, NOT_MODIFIED, HTTP_ERROR or NETWORK_ERROR");
  }

  @Nullable Integer httpStatus() throws ArchiveFormatException {
    JsonNode value = node.path("httpStatus");
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isInt() || value.intValue() < 100 || value.intValue() > 999) {
      throw wrong("httpStatus", "is " + value + "; write a whole number such as 503");
    }
    return value.intValue();
  }

  /** Names in lower case. */
  Map<String, String> headers() throws ArchiveFormatException {
    JsonNode value = node.path("headers");
    Map<String, String> headers = new HashMap<>();
    if (value.isMissingNode() || value.isNull()) {
      return headers;
    }
    if (!value.isObject()) {
      throw wrong("headers", "is no object; write {\"name\": \"value\"}");
    }
    for (Map.Entry<String, JsonNode> header : value.properties()) {
      if (!header.getValue().isTextual()) {
        throw wrong("headers", "has a value that is no string at '" + header.getKey() + "'");
      }
      headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue().textValue());
    }
    return headers;
  }

  /** Which variant was asked for; null when the line does not say. */
  @Nullable Variant variant() throws ArchiveFormatException {
    String region = text("region");
    String language = text("language");
    return region == null && language == null ? null : new Variant(region, language);
  }

  /** Where the body is, inside the folder of the file; null when there is none. */
  @Nullable Path path() throws ArchiveFormatException {
    String text = text("path");
    if (text == null) {
      return null;
    }
    try {
      Path path = Path.of(text).normalize();
      if (!path.isAbsolute() && !path.startsWith("..") && !path.toString().isEmpty()) {
        return path;
      }
    } catch (InvalidPathException e) {
      throw wrong("path", "is '" + text + "', which is no path");
    }
    throw wrong(
        "path", "is '" + text + "'; it must stay inside the folder of the file, so put it there");
  }

  /** The body that stands in the line, as text or as base64; null when none does. */
  byte @Nullable [] inlineBody() throws IOException {
    if (node.hasNonNull("body")) {
      return node.get("body").textValue().getBytes(StandardCharsets.UTF_8);
    }
    return node.hasNonNull("bodyBase64") ? node.get("bodyBase64").binaryValue() : null;
  }

  boolean hasInlineBody() {
    return node.hasNonNull("body") || node.hasNonNull("bodyBase64");
  }

  private String required(String field) throws ArchiveFormatException {
    String text = text(field);
    if (text == null || text.isBlank()) {
      throw wrong(field, "is missing or empty; every line needs it");
    }
    return text;
  }

  private @Nullable String text(String field) throws ArchiveFormatException {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw wrong(field, "is " + value + "; write a string");
    }
    return value.textValue();
  }

  ArchiveFormatException wrong(String field, String what) {
    return new ArchiveFormatException(
        "%s, line %d, field '%s' %s. The format is in %s."
            .formatted(file, number, field, what, FORMAT));
  }
}
