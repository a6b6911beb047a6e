package io.clausestream.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clausestream.pipeline.wire.EngineVersion;
import io.clausestream.schema.WireSchemas;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Records and state of every release are read by every other, older or newer. */
class FrozenSchemasTest {

  /** The schemas that this build writes topics with. */
  static final Path WIRE =
      RepositoryFiles.ROOT.resolve("avro-schemas/src/main/resources/avro/published");

  /** The forms of state that this build reads. */
  static final Path STATE =
      RepositoryFiles.ROOT.resolve(
          "flink-jobs/pipeline/src/main/resources/io/clausestream/pipeline/state");

  static List<FrozenRelease> releases() {
    return FrozenRelease.all();
  }

  @ParameterizedTest
  @MethodSource("releases")
  void aRecordOfThisBuildIsReadBy(FrozenRelease release) {
    assertThat(FrozenRelease.schemas(release.wire()))
        .isNotEmpty()
        .allSatisfy(frozen -> assertReads(frozen, current().get(frozen.getName())));
  }

  @ParameterizedTest
  @MethodSource("releases")
  void thisBuildReadsARecordOf(FrozenRelease release) {
    assertThat(FrozenRelease.schemas(release.wire()))
        .allSatisfy(
            frozen -> {
              assertThat(current()).containsKey(frozen.getName());
              assertReads(current().get(frozen.getName()), frozen);
            });
  }

  /** A record names its schema by fingerprint alone: the jar must have the schema. */
  @ParameterizedTest
  @MethodSource("releases")
  void theJarShipsTheSchemasOf(FrozenRelease release) {
    assertThat(FrozenRelease.schemas(release.wire()))
        .allSatisfy(
            frozen ->
                assertThat(
                        WireSchemas.shipped()
                            .findByFingerprint(SchemaNormalization.parsingFingerprint64(frozen)))
                    .as("%s belongs to avro-schemas/src/main/resources/avro/wire/old", frozen)
                    .isNotNull());
  }

  @Test
  void everyReleaseReadsTheRecordsOfEveryOther() {
    List<Schema> all = new ArrayList<>();
    releases().forEach(release -> all.addAll(FrozenRelease.schemas(release.wire())));

    for (Schema reader : all) {
      all.stream()
          .filter(writer -> writer.getFullName().equals(reader.getFullName()))
          .forEach(writer -> assertReads(reader, writer));
    }
  }

  /** State says the number of its form: the form of a number never changes, and stays readable. */
  @ParameterizedTest
  @MethodSource("releases")
  void theStateIsStillReadOf(FrozenRelease release) throws Exception {
    File[] forms = release.state().toFile().listFiles();

    assertThat(forms).isNotEmpty();
    for (File form : forms) {
      Schema frozen = parse(form.toPath());
      assertThat(parse(STATE.resolve(form.getName()))).as(form.getName()).isEqualTo(frozen);
      Schema today = SpecificData.get().getSchema(Class.forName(frozen.getFullName()));
      assertReads(today, frozen);
    }
  }

  /** A copy is made while its release is under way, and a schema may come or change after it. */
  @Test
  void theCopyOfTheReleaseUnderWayIsWhole() {
    String version = EngineVersion.current().replace("-SNAPSHOT", "");
    FrozenRelease release = FrozenRelease.named(version);
    assumeTrue(Files.exists(release.folder()), version + " is not frozen yet");

    String remedy = "freeze %s anew: 'Release' in CONTRIBUTING.md tells how".formatted(version);
    assertThat(Set.copyOf(FrozenRelease.schemas(release.wire())))
        .as(remedy)
        .isEqualTo(Set.copyOf(FrozenRelease.schemas(WIRE)));
    assertThat(Set.copyOf(FrozenRelease.schemas(release.state())))
        .as(remedy)
        .isEqualTo(Set.copyOf(FrozenRelease.schemas(STATE)));
  }

  @Test
  void aFieldWithoutADefaultWouldBeFound() {
    Schema before = new Schema.Parser().parse(record(""));
    Schema after = new Schema.Parser().parse(record("{\"name\": \"b\", \"type\": \"int\"}"));

    assertThat(canRead(before, after)).isEqualTo(SchemaCompatibilityType.COMPATIBLE);
    assertThat(canRead(after, before)).isEqualTo(SchemaCompatibilityType.INCOMPATIBLE);
  }

  private static String record(String fields) {
    return "{\"type\": \"record\", \"name\": \"R\", \"fields\": [" + fields + "]}";
  }

  private static Map<String, Schema> current() {
    return WireSchemas.current().stream()
        .collect(Collectors.toMap(Schema::getName, Function.identity()));
  }

  private static void assertReads(Schema reader, Schema writer) {
    SchemaCompatibility.SchemaPairCompatibility found =
        SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
    assertThat(found.getType())
        .as("%s: %s", reader.getFullName(), found.getResult().getIncompatibilities())
        .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
  }

  private static SchemaCompatibilityType canRead(Schema reader, Schema writer) {
    return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getType();
  }

  private static Schema parse(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return new Schema.Parser().parse(lines.collect(Collectors.joining("\n")));
    }
  }
}
