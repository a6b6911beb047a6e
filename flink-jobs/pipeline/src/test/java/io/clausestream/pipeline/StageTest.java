package io.clausestream.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StageTest {

  @Test
  void everyStageOfTheCoreHasItsPackage() throws ClassNotFoundException {
    for (Stage stage : Stage.values()) {
      assertThat(Class.forName("io.clausestream.core." + stage.word() + ".package-info"))
          .isNotNull();
    }
  }
}
