package io.clausestream.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StageTest {

  @Test
  void everyStageOfTheCoreHasItsPackage() throws ClassNotFoundException {
    for (Stage stage : Stage.values()) {
      // An alert is a change and who watches: the core needs no more for it.
      if (stage != Stage.ALERT) {
        assertThat(Class.forName("io.clausestream.core." + stage.word() + ".package-info"))
            .isNotNull();
      }
    }
  }
}
