package io.clausestream.core.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.canonical.BlockKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LanguagesTest {

  private static final List<Block> ENGLISH =
      List.of(
          Block.of(
              BlockKind.PARAGRAPH, "We keep account information after you close your account."),
          Block.of(BlockKind.PARAGRAPH, "You may ask us at any time for a copy of all your data."));
  private static final List<Block> GERMAN =
      List.of(
          Block.of(BlockKind.PARAGRAPH, "Wir bewahren die Daten auf, bis Sie Ihr Konto schließen."),
          Block.of(BlockKind.PARAGRAPH, "Sie können jederzeit eine Kopie Ihrer Daten verlangen."));

  @Test
  void isTheSameWhereWhatTellsItIsTheSame() {
    TextLanguage first = Languages.of(ENGLISH, TextLanguage.NONE);
    TextLanguage kept = new TextLanguage("kept", first.sample());
    List<Block> longer = new ArrayList<>(ENGLISH);
    longer.add(Block.of(BlockKind.PARAGRAPH, "Contact"));

    assertThat(first.code()).isEqualTo("en");
    assertThat(Languages.of(ENGLISH, kept)).isEqualTo(kept);
    assertThat(Languages.of(longer, kept).code()).isEqualTo("en");
  }

  @Test
  void isDetectedAnewWhereWhatTellsItDiffers() {
    TextLanguage english = Languages.of(ENGLISH, TextLanguage.NONE);

    assertThat(Languages.of(GERMAN, english).code()).isEqualTo("de");
  }

  @Test
  void ofATextTooShortToTellIsUnknown() {
    TextLanguage none = Languages.of(List.of(), TextLanguage.NONE);

    assertThat(none.code()).isEqualTo(Languages.UNKNOWN);
    assertThat(Languages.of(ENGLISH, none).code()).isEqualTo("en");
  }
}
