package io.clausestream.cli.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clausestream.cli.UserMistake;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.Severity;
import io.clausestream.schema.Suppression;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TwoCapturesTest {

  private static final String TERMS =
      "<main><h1>Terms</h1><p>These terms say what we promise to you and what we ask of you.</p>"
          + "<h2>Sharing</h2><p>We may share your personal data with third parties for advertising"
          + " with your consent.</p><p>Second, we keep what you give us for thirty days.</p></main>";

  @Test
  void theSameTextIsUnchangedWhateverTheMarkup() {
    Judgement judgement = judge(TERMS, TERMS.replace("<p>", "<p class=\"new\">"));

    assertThat(judgement.verdict()).isEqualTo(Judgement.Kind.UNCHANGED);
    assertThat(judgement.blocks()).isEmpty();
    assertThat(judgement.before()).isEqualTo(judgement.after());
  }

  @Test
  void aChangedMeaningIsAChangeWithItsSeverity() {
    Judgement judgement =
        judge(TERMS, TERMS.replace("may share", "will share").replace(" with your consent", ""));

    assertThat(judgement.verdict()).isEqualTo(Judgement.Kind.CHANGED);
    assertThat(judgement.change().map(PageChange::getSeverity)).contains(Severity.HIGH);
    assertThat(judgement.blocks()).hasSize(1);
    assertThat(judgement.sentence()).contains("alert at once");
  }

  @Test
  void aDifferenceThatDoesNotAlertTellsItsReason() {
    Judgement judgement = judge(TERMS, TERMS.replace("Second, we", "Second: we"));

    assertThat(judgement.verdict()).isEqualTo(Judgement.Kind.SUPPRESSED);
    assertThat(judgement.suppression().map(Suppression::getReason)).contains("PUNCTUATION");
    assertThat(judgement.sentence()).contains("would not alert", "PUNCTUATION");
  }

  @Test
  void aLossOfTextWouldWaitAndIsShownAllTheSame() {
    String more = "<p>" + "We protect what you give us. ".repeat(40) + "</p></main>";
    Judgement judgement = judge(TERMS.replace("</main>", more), TERMS);

    assertThat(judgement.verdict()).isEqualTo(Judgement.Kind.SUSPICIOUS);
    assertThat(judgement.sentence()).contains("LOSS_OF_TEXT", "18 hours at most");
    assertThat(judgement.blocks()).isNotEmpty();
  }

  @Test
  void aBadCaptureIsToldOfTheSideThatItIsOn() {
    String error = "<main><p>Service unavailable, please try again later.</p></main>";

    assertThat(judge(error, TERMS).verdict()).isEqualTo(Judgement.Kind.BAD_OLD);
    assertThat(judge(TERMS, error).verdict()).isEqualTo(Judgement.Kind.BAD_NEW);
    assertThat(judge(TERMS, error).sentence()).contains("stay in force");
  }

  @Test
  void theCharsetIsThatOfThePageOrAsItIsDeclared() {
    String page = TERMS.replace("thirty days", "dreißig Tage für Sie");
    byte[] latin = page.getBytes(StandardCharsets.ISO_8859_1);
    byte[] declared = ("<meta charset=iso-8859-1>" + page).getBytes(StandardCharsets.ISO_8859_1);
    CaptureFile utf8 = file("a.html", page.getBytes(StandardCharsets.UTF_8));

    assertThat(TwoCaptures.judge(utf8, file("b.html", declared), Optional.empty()).verdict())
        .isEqualTo(Judgement.Kind.UNCHANGED);
    assertThat(
            TwoCaptures.judge(
                    file("a.html", declared),
                    file("b.html", latin),
                    Optional.of("text/html; charset=iso-8859-1"))
                .verdict())
        .isEqualTo(Judgement.Kind.UNCHANGED);
  }

  @Test
  void aPageThatWouldBeADeadLetterIsAMistake() {
    String deep = "<div>".repeat(10_000) + "text";

    assertThatThrownBy(() -> judge(TERMS, deep))
        .isInstanceOf(UserMistake.class)
        .hasMessageContaining("NESTED_TOO_DEEP")
        .hasMessageContaining("new.html");
  }

  private static Judgement judge(String before, String after) {
    return TwoCaptures.judge(
        file("old.html", before.getBytes(StandardCharsets.UTF_8)),
        file("new.html", after.getBytes(StandardCharsets.UTF_8)),
        Optional.empty());
  }

  private static CaptureFile file(String name, byte[] body) {
    return new CaptureFile(Path.of(name), body);
  }
}
