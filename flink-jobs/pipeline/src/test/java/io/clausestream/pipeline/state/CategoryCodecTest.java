package io.clausestream.pipeline.state;

import static io.clausestream.pipeline.state.StateSamples.AT;
import static io.clausestream.pipeline.state.StateSamples.PLATFORM;
import static io.clausestream.pipeline.state.StateSamples.fixture;
import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.change.HeldCategories;
import io.clausestream.core.language.TextLanguage;
import io.clausestream.core.prevalence.CategoryTally;
import io.clausestream.core.prevalence.Move;
import io.clausestream.core.severity.Direction;
import io.clausestream.pipeline.wire.CategoryNews;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CategoryCodecTest {

  @Test
  void heldCategoriesComeBackAsTheyWere() {
    HeldCategoriesCodec codec = new HeldCategoriesCodec();
    HeldCategories held =
        new HeldCategories(
            "set@1", new TreeSet<>(List.of("a", "ß")), new TextLanguage("de", Long.MIN_VALUE));

    assertThat(codec.decode(codec.encode(held))).isEqualTo(held);
    assertThat(codec.decode(codec.encode(HeldCategories.NONE))).isEqualTo(HeldCategories.NONE);
  }

  @Test
  void heldCategoriesOfTheReleaseBeforeHaveNoLanguage() throws IOException {
    assertThat(new HeldCategoriesCodec().decode(fixture("HeldCategories-v1.hex")))
        .isEqualTo(
            new HeldCategories("set@1", new TreeSet<>(List.of("a", "ß")), TextLanguage.NONE));
  }

  @Test
  void whatACategoryRemembersComesBackAsItWas() {
    CategoryTallyCodec tallyCodec = new CategoryTallyCodec();
    CategoryTally tally =
        new CategoryTally(
            LocalDate.of(1969, 12, 31),
            3,
            9,
            List.of(new Move(Direction.ADVERSE, PLATFORM, AT, "id")));
    CategoryNewsCodec newsCodec = new CategoryNewsCodec();
    CategoryNews move = new CategoryNews("c", PLATFORM, -1, 0, "PROTECTIVE", "id");
    CategoryNews reading = new CategoryNews("c", PLATFORM, Long.MAX_VALUE, -1, "", "");

    assertThat(tallyCodec.decode(tallyCodec.encode(tally))).isEqualTo(tally);
    assertThat(newsCodec.decode("c", newsCodec.encode(move))).isEqualTo(move);
    assertThat(newsCodec.decode("c", newsCodec.encode(reading))).isEqualTo(reading);
  }
}
