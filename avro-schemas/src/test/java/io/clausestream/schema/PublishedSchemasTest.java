package io.clausestream.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.junit.jupiter.api.Test;

/** Programs in other languages read the schemas as files, each whole in itself. */
class PublishedSchemasTest {

  private static final Path RESOURCES = Path.of("src/main/resources/avro");
  private static final Path PUBLISHED = RESOURCES.resolve("published");
  private static final Path MADE = Path.of("target/published");

  @Test
  void whatIsPublishedIsWhatIsWritten() throws IOException {
    Map<String, String> made = made();
    write(made);

    assertThat(published())
        .as(
            "The published schemas are not those of src/main/avro/wire. If the change is meant,"
                + " copy what %s holds to %s.",
            MADE, PUBLISHED)
        .isEqualTo(made);
  }

  @Test
  void everyPublishedSchemaIsWholeInItselfAndHasTheFingerprintOfItsRecords() throws IOException {
    for (Schema schema : WireSchemas.current()) {
      String file = Files.readString(PUBLISHED.resolve(schema.getName() + ".avsc"));
      Schema alone = new Schema.Parser().parse(file);

      assertThat(fingerprint(alone)).isEqualTo(fingerprint(schema));
      assertThat(alone).isEqualTo(schema);
    }
  }

  private static Map<String, String> made() throws IOException {
    Map<String, String> files = new TreeMap<>();
    StringBuilder index =
        new StringBuilder(
            """
            # Bytes 3 to 10 of a record, in hexadecimal, and the file of the schema that wrote it,
            # relative to this one. Older versions stay listed.
            """);
    for (Schema schema : WireSchemas.current()) {
      String name = schema.getName() + ".avsc";
      files.put(name, schema.toString(true) + "\n");
      index.append(fingerprint(schema)).append(' ').append(name).append('\n');
    }
    for (String old : old()) {
      Schema schema = new Schema.Parser().parse(RESOURCES.resolve("wire/old/" + old).toFile());
      index.append(fingerprint(schema)).append(" ../wire/old/").append(old).append('\n');
    }
    files.put("index.txt", index.toString());
    return files;
  }

  private static Iterable<String> old() throws IOException {
    try (Stream<String> lines = Files.lines(RESOURCES.resolve("wire/old/index.txt"))) {
      return lines.filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    }
  }

  private static String fingerprint(Schema schema) {
    byte[] onTheWire = new byte[Long.BYTES];
    long fingerprint = SchemaNormalization.parsingFingerprint64(schema);
    for (int i = 0; i < onTheWire.length; i++) {
      onTheWire[i] = (byte) (fingerprint >>> (Byte.SIZE * i));
    }
    return HexFormat.of().formatHex(onTheWire);
  }

  private static Map<String, String> published() throws IOException {
    Map<String, String> files = new TreeMap<>();
    if (Files.isDirectory(PUBLISHED)) {
      try (Stream<Path> all = Files.list(PUBLISHED)) {
        for (Path file : all.toList()) {
          files.put(file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8));
        }
      }
    }
    return files;
  }

  private static void write(Map<String, String> files) throws IOException {
    Files.createDirectories(MADE);
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(MADE.resolve(file.getKey()), file.getValue());
    }
  }
}
