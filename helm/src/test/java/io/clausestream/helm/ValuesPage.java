package io.clausestream.helm;

import com.fasterxml.jackson.databind.JsonNode;

/** Writes values.md from the annotated values. */
final class ValuesPage {

  private static final String HEAD =
      """
      # Values of the chart

      <!-- Generated from values.yaml; a test fails when it differs. Do not edit: see the end. -->

      What is not in this table is refused. Engine settings go to `job.settings`, under the keys of
      [configuration](../../flink-jobs/docs/configuration.md).
      """;

  private static final String TAIL =
      """

      ## This page

      It and `values.schema.json` are written by `GeneratedFilesTest` from the comments in
      `values.yaml`, and `files/topics.yaml` from the catalogue of topics; write them anew with

      ```
      ./mvnw test -pl helm -am -Dtest=GeneratedFilesTest \\
        -Dsurefire.failIfNoSpecifiedTests=false -Dclausestream.docs=write
      ```
      """;

  private ValuesPage() {}

  static String render(AnnotatedValues values) {
    StringBuilder page = new StringBuilder(HEAD);
    String group = "";
    for (AnnotatedValues.Value value : values.values()) {
      String first = value.path().contains(".") ? value.path().split("\\.")[0] : "the release";
      if (!first.equals(group)) {
        group = first;
        page.append("\n## ").append(group).append("\n\n| value | default | what |\n");
        page.append("| --- | --- | --- |\n");
      }
      page.append(row(value));
    }
    return page.append(TAIL).toString();
  }

  private static String row(AnnotatedValues.Value value) {
    return "| `"
        + value.path()
        + "` | "
        + standard(value.standard())
        + " | "
        + (value.comment().description() + choices(value.comment().schema())).replace("|", "\\|")
        + " |\n";
  }

  private static String standard(JsonNode standard) {
    if (standard.isNull() || standard.isTextual() && standard.asText().isEmpty()) {
      return "none";
    }
    String text = standard.isTextual() ? standard.asText() : standard.toString();
    return "`" + text + "`";
  }

  private static String choices(JsonNode schema) {
    if (!schema.has("enum")) {
      return "";
    }
    StringBuilder text = new StringBuilder(" One of");
    schema.get("enum").forEach(choice -> text.append(" `").append(choice.asText()).append("`,"));
    text.setCharAt(text.length() - 1, '.');
    return text.toString();
  }
}
