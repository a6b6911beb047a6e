package io.clausestream.helm;

import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.connector.kafka.TopicSpec;

/** Writes files/topics.yaml from the catalogue of topics. */
final class TopicsFile {

  private TopicsFile() {}

  static String render() {
    StringBuilder file =
        new StringBuilder(
            "# Generated from TopicCatalogue; a test fails when it differs. Do not edit.\n"
                + "topics:\n");
    TopicCatalogue.all().forEach(topic -> append(file, topic));
    return file.toString();
  }

  private static void append(StringBuilder file, TopicSpec topic) {
    file.append("  # ").append(topic.description()).append('\n');
    file.append("  - name: ").append(topic.name()).append('\n');
    file.append("    partitions: ").append(topic.partitions()).append('\n');
    file.append("    config:\n");
    topic
        .config()
        .forEach(
            (key, value) ->
                file.append("      ").append(key).append(": \"").append(value).append("\"\n"));
  }
}
