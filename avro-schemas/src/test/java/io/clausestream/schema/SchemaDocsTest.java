package io.clausestream.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaDocsTest {

  @ParameterizedTest
  @MethodSource("io.clausestream.schema.Schemas#types")
  void everyTypeAndFieldSaysWhatItMeans(Class<?> type) {
    List<String> silent = new ArrayList<>();
    collectSilent(Schemas.of(type), silent, new HashSet<>());
    assertThat(silent).isEmpty();
  }

  private static void collectSilent(Schema schema, List<String> silent, Set<String> seen) {
    switch (schema.getType()) {
      case RECORD -> collectSilentFields(schema, silent, seen);
      case ENUM -> check(schema.getDoc(), schema.getName(), silent);
      case ARRAY -> collectSilent(schema.getElementType(), silent, seen);
      case MAP -> collectSilent(schema.getValueType(), silent, seen);
      case UNION -> schema.getTypes().forEach(s -> collectSilent(s, silent, seen));
      default -> {}
    }
  }

  private static void collectSilentFields(Schema record, List<String> silent, Set<String> seen) {
    if (!seen.add(record.getFullName())) {
      return;
    }
    check(record.getDoc(), record.getName(), silent);
    for (Schema.Field field : record.getFields()) {
      check(field.doc(), record.getName() + "." + field.name(), silent);
      collectSilent(field.schema(), silent, seen);
    }
  }

  private static void check(String doc, String name, List<String> silent) {
    if (doc == null || doc.isBlank()) {
      silent.add(name);
    }
  }
}
