package io.clausestream.it;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;

/** What the runbook needs of {@code kafka-topics}, which Kafka's jars for a broker are without. */
final class GrowTopic {

  private GrowTopic() {}

  public static void main(String[] arguments) throws Exception {
    List<String> words = Arrays.asList(arguments);
    try (Admin admin =
        Admin.create(Map.of("bootstrap.servers", after(words, "--bootstrap-server")))) {
      admin
          .createPartitions(
              Map.of(
                  after(words, "--topic"),
                  NewPartitions.increaseTo(Integer.parseInt(after(words, "--partitions")))))
          .all()
          .get();
    }
  }

  private static String after(List<String> words, String option) {
    return words.get(words.indexOf(option) + 1);
  }
}
