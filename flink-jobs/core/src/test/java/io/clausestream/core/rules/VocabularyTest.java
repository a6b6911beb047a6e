package io.clausestream.core.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VocabularyTest {

  @Test
  void aWordThatIsAddedAfterALookUpIsFound() {
    Vocabulary vocabulary = new Vocabulary();
    Tokens text = Tokens.of("We share data.");
    int data = vocabulary.number("data");
    assertThat(vocabulary.of(text).held().stream()).containsExactly(data);
    int share = vocabulary.number("share");
    int began = vocabulary.number("sha*");
    assertThat(vocabulary.of(text).held().stream()).containsExactly(data, share, began);
  }
}
