package io.clausestream.cli.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNamesTest {

  private static final List<String> NAMES =
      List.of("Example/Privacy Policy", "Example/Terms of Service", "Other/Imprint", "Third/Rules");

  @Test
  void theNearestComesFirstWhateverTheCase() {
    assertThat(NearestNames.among(NAMES, "example/privcy policy"))
        .startsWith("'Example/Privacy Policy'");
  }

  @Test
  void aPartOfANameIsNearIt() {
    assertThat(NearestNames.among(NAMES, "imprint")).startsWith("'Other/Imprint'");
  }

  @Test
  void thereAreThreeAtMostAndNoneOfNone() {
    assertThat(NearestNames.among(NAMES, "x").split(", ")).hasSize(3);
    assertThat(NearestNames.among(List.of(), "x")).isNull();
  }
}
