package io.clausestream.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.connector.delivery.engine.EngineTopics;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.connector.kafka.TopicSpec;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;

/** The table of ACLs knows every topic of the code. */
class AclTableTest {

  @Test
  void theJobSeesEveryTopicAndWritesItsOutputsAlone() {
    assertThat(topics("job", row -> true))
        .containsExactlyInAnyOrderElementsOf(names(TopicCatalogue.all()));
    assertThat(topics("job", row -> row.operations().contains(AclOperation.WRITE)))
        .containsExactlyInAnyOrderElementsOf(TopicCatalogue.outputs());
  }

  @Test
  void deliverySeesItsTopicsAndNoOther() {
    assertThat(topics("delivery", row -> true))
        .containsExactlyInAnyOrderElementsOf(names(EngineTopics.ofCatalogue().specs()));
  }

  @Test
  void nobodyMayDoAnythingWithATopicThatThereIsNot() {
    assertThat(AclTable.rows())
        .filteredOn(row -> row.resource().resourceType() == ResourceType.TOPIC)
        .extracting(row -> row.resource().name())
        .filteredOn(name -> !name.equals("*"))
        .isSubsetOf(names(TopicCatalogue.all()));
  }

  private static List<String> topics(String who, Predicate<AclTable.Row> rows) {
    return AclTable.rows().stream()
        .filter(row -> row.who().equals(who))
        .filter(row -> row.resource().resourceType() == ResourceType.TOPIC)
        .filter(rows)
        .map(row -> row.resource().name())
        .toList();
  }

  private static List<String> names(List<TopicSpec> topics) {
    return topics.stream().map(TopicSpec::name).toList();
  }
}
