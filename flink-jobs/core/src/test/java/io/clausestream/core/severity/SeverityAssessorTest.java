package io.clausestream.core.severity;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.SamplePages;
import io.clausestream.core.change.DetectorHarness;
import io.clausestream.core.rules.ShippedRules;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeverityAssessorTest {

  @Test
  void anArbitrationClauseInAPolicyIsHighAndSaysWhichWordsMadeItSo() {
    PageChange change =
        change(
            SamplePages.POLICY.replace(
                "<h2>Sharing",
                "<h2>Disputes</h2><p>You agree to binding arbitration and waive class actions.</p><h2>Sharing"));

    assertThat(change.assessment().severity()).isEqualTo(Severity.HIGH);
    assertThat(change.assessment().direction()).isEqualTo(Direction.ADVERSE);
    assertThat(change.assessment().categories()).contains("arbitration");
    assertThat(change.assessment().reasons().get(0).ruleId()).isEqualTo("arbitration.required");
    assertThat(change.assessment().reasons().get(0).sentence())
        .startsWith("New: 'agree to binding arbitration', which sends disputes to arbitration");
    AssessedBlock clause = change.assessment().blocks().get(1);
    assertThat(clause.spans())
        .filteredOn(span -> span.ruleId().filter("arbitration.required"::equals).isPresent())
        .extracting(span -> clause.hunk().textAfter().substring(span.start(), span.end()))
        .containsExactly("agree to binding arbitration");
    assertThat(change.summary().sentences().get(0))
        .startsWith("Under \"Disputes\", new: 'agree to binding arbitration'");
    assertThat(change.changeId()).matches("[0-9a-f]{32}").isNotEqualTo(change.assessmentId());
  }

  /** A clause before and after; "-" where it does not stand. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "We keep chat logs for 30 days after you delete them. | We keep chat logs for 90 days after you delete them. | HIGH | ADVERSE | quantity.time",
        "We keep chat logs for 90 days after you delete them. | We keep chat logs for 30 days after you delete them. | MEDIUM | PROTECTIVE | quantity.time",
        "We will not sell your personal data to brokers. | We will sell your personal data to brokers. | HIGH | ADVERSE | sharing.allowed",
        "We will sell your personal data to brokers. | We will not sell your personal data to brokers. | MEDIUM | PROTECTIVE | sharing.refused",
        "- | We use the content of your chats to train our models. | HIGH | ADVERSE | training.allowed",
        "- | We do not use your chats to train our models. | MEDIUM | PROTECTIVE | training.refused",
        "You have the right to object to profiling at any time. | - | HIGH | ADVERSE | rights.given",
        "These terms are governed by the laws of France. | These terms are governed by the laws of Malta. | HIGH | UNKNOWN | law.chosen.reworded",
        "We give 30 days prior notice of a price change. | We give 10 days prior notice of a price change. | HIGH | ADVERSE | quantity.time",
        "- | We collect face geometry data to verify that you are real. | HIGH | ADVERSE | collection.biometric",
        "We may close an account that breaks these rules. | We may close an account at any time for any reason. | HIGH | ADVERSE | signal.discretion",
        "We delete your data 30 days after the date of your request. | We delete your data 90 days after the date of your request. | HIGH | ADVERSE | quantity.time",
        "The monthly price is $9.99. | The monthly price is $14.99. | HIGH | ADVERSE | quantity.money",
        "You must be 18 or older to play. | You must be 16 or older to play. | HIGH | ADVERSE | quantity.age",
        "We do not sell your data. | We don't sell your data. | LOW | UNKNOWN | wording.slight",
        "From time to time we revise this policy. | We revise this policy from time to time. | LOW | NEUTRAL | wording.reordered",
        "We pick suppliers for the security of the app. | We pick suppliers for the security of the app if a test is passed. | MEDIUM | PROTECTIVE | signal.condition",
        "Write to Acme Limited, 12 Mill Street, London, EC2N 4BQ. | Write to Acme Limited, 7 Hill Road, London, WC1N 3AX. | LOW | NEUTRAL | address.changed",
        "This contract is between you and Acme Limited. | This contract is between you and Bolt Holdings Limited. | MEDIUM | UNKNOWN | entity.changed",
      })
  void aClauseIsJudgedByWhatItBeginsOrCeasesToSay(
      String before, String after, Severity severity, Direction direction, String rule) {
    Assessment assessment = clause(before, after).assessment();

    assertThat(assessment.severity()).isEqualTo(severity);
    assertThat(assessment.direction()).isEqualTo(direction);
    assertThat(assessment.reasons().get(0).ruleId()).isEqualTo(rule);
  }

  @Test
  void aNumberThatDiffersIsShownOnBothSides() {
    AssessedBlock clause =
        clause(
                "We keep chat logs for 30 days after you delete them.",
                "We keep chat logs for 90 days after you delete them.")
            .assessment()
            .blocks()
            .get(0);

    assertThat(clause.spans())
        .filteredOn(span -> span.ruleId().filter("quantity.time"::equals).isPresent())
        .extracting(
            span ->
                (span.side() == Span.Side.BEFORE
                        ? clause.hunk().textBefore()
                        : clause.hunk().textAfter())
                    .substring(span.start(), span.end()))
        .containsExactly("30 days", "90 days");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sie stimmen zu, dass Streitigkeiten in einem Schiedsverfahren entschieden werden. | de | arbitration.required",
        "Wir nutzen die Inhalte der Nutzer, um unsere Modelle zu trainieren, also für das Training der Modelle. | de | training.allowed",
        "Nous partageons les données des membres avec les sociétés du groupe et des annonceurs. | fr | sharing.allowed",
        "L'abonnement est renouvelé par tacite reconduction pour la même durée. | fr | fees.renewal",
      })
  void germanAndFrenchClausesAreJudgedByTheirOwnRules(String clause, String language, String rule) {
    String text = language.equals("de") ? GERMAN : FRENCH;
    PageChange change = change(text, text.replace("<h2>Ende", "<p>" + clause + "</p><h2>Ende"));

    assertThat(change.assessment().language()).isEqualTo(language);
    assertThat(change.assessment().severity()).isEqualTo(Severity.HIGH);
    assertThat(change.assessment().reasons()).extracting(Reason::ruleId).contains(rule);
  }

  @Test
  void aLanguageWithoutRulesIsOtherAndMediumAtMostAndSaysSo() {
    PageChange change =
        change(
            FINNISH,
            FINNISH.replace(
                "<h2>Ende",
                "<p>Käyttäjä hyväksyy, että kaikki riidat ratkaistaan välimiesmenettelyssä ja että "
                    + "ryhmäkanteen nostaminen on kiellettyä kaikissa tilanteissa ilman "
                    + "poikkeuksia.</p><h2>Ende"));

    assertThat(change.assessment().language()).isEqualTo("fi");
    assertThat(change.assessment().severity()).isEqualTo(Severity.MEDIUM);
    assertThat(change.assessment().categories()).containsExactly(Assessment.OTHER);
    assertThat(change.assessment().reasons().get(0).ruleId()).isEqualTo("language.none");
    assertThat(change.assessment().reasons().get(0).sentence()).contains("'fi'", "MEDIUM at most");
  }

  @Test
  void aSectionThatSaysAgainWhatTheDocumentSaidTakesNothingFromTheUser() {
    String liability = "<p>We are not liable for any damages.</p>";
    String said = SamplePages.POLICY.replace("<h2>Sharing", liability + "<h2>Sharing");
    String again =
        said.replace(
            "<h2>Retention",
            "<h2>Maps</h2><p>Maps are a service of their own, and we are not liable for them.</p><h2>Retention");

    assertThat(change(said, again).assessment().severity()).isEqualTo(Severity.MEDIUM);
    assertThat(change(SamplePages.POLICY, said).assessment().severity()).isEqualTo(Severity.HIGH);
  }

  @Test
  void aNameThatGivesWayThroughoutIsLow() {
    String text =
        SamplePages.POLICY.replace(
            "<h2>Sharing",
            "<p>Pelican may charge fees for storage.</p><p>You must keep Pelican up to date.</p>"
                + "<h2>Sharing");
    PageChange change = change(text, text.replace("Pelican", "Heron"));

    assertThat(change.assessment().severity()).isEqualTo(Severity.LOW);
    assertThat(change.assessment().reasons().get(0).ruleId()).isEqualTo("name.changed");
  }

  @Test
  void theDayFromWhichATextAppliesAndTheNoticeAreRead() {
    PageChange change =
        clause("-", "These terms take effect on 1 July 2026 and replace those of before.");

    assertThat(change.assessment().effectiveDate()).contains(LocalDate.of(2026, 7, 1));
    assertThat(change.noticeDays()).isPresent();
  }

  @Test
  void lawsAndAuthoritiesAreFactsOfTheProvision() {
    PageChange change =
        clause("-", "Under the GDPR and the CCPA you may complain to a supervisory authority.");

    AssessedProvision provision =
        change.assessment().provisions().stream()
            .filter(touched -> !touched.authorities().isEmpty())
            .findFirst()
            .orElseThrow();
    assertThat(provision.authorities()).containsExactly("gdpr", "ccpa", "supervisory-authority");
  }

  @Test
  void whatAppliesToDataOfBeforeIsFlagged() {
    PageChange change =
        clause("-", "This policy also applies to personal data that we previously collected.");

    assertThat(change.assessment().isRetroactive()).isTrue();
  }

  @Test
  void besideARealChangeTheNewDateIsNotWorthAWord() {
    PageChange change =
        change(
            SamplePages.POLICY
                .replace("Last updated: 1 March 2026", "Last updated: 15 December 2027")
                .replace("30&nbsp;days", "90 days"));

    assertThat(change.summary().sentences()).hasSize(1);
    assertThat(change.summary().sentences().get(0))
        .startsWith("Under \"Retention\", '30 days' becomes '90 days'");
    assertThat(change.assessment().reasons())
        .extracting(Reason::ruleId)
        .isNotEmpty()
        .doesNotContain("date.revision");
    assertThat(change.assessment().blocks()).hasSizeGreaterThan(1);
  }

  @Test
  void theSameChangeIsAssessedTheSameEachTime() {
    Assessment one = clause("-", "We may share your data with partners.").assessment();
    Assessment other = clause("-", "We may share your data with partners.").assessment();

    assertThat(one).isEqualTo(other);
  }

  @Test
  void theShippedRulesAreReadAndVersioned() {
    assertThat(ShippedRules.get().version()).isEqualTo("1");
    assertThat(ShippedRules.get().signals().keySet()).contains("en", "de", "fr");
  }

  /** A change of one clause under a heading of its own that says nothing. */
  private static PageChange clause(String before, String after) {
    return change(policyWith(before), policyWith(after));
  }

  private static String policyWith(String clause) {
    String html = clause.equals("-") ? "" : "<p>" + clause + "</p>";
    return SamplePages.POLICY.replace(
        "<h2>Sharing",
        "<h2>More</h2><p>This is what else there is to say.</p>" + html + "<h2>Sharing");
  }

  private static PageChange change(String after) {
    return change(SamplePages.POLICY, after);
  }

  private static PageChange change(String before, String after) {
    List<PageChange> changes = new DetectorHarness().fetch(0, before).fetch(6, after).changes();
    assertThat(changes).hasSize(1);
    return changes.get(0);
  }

  private static String page(String... paragraphs) {
    return "<html><head><title>T</title></head><body><main><h1>Text</h1><p>"
        + String.join("</p><p>", paragraphs)
        + "</p><h2>Ende</h2><p>"
        + paragraphs[0]
        + " 2</p></main></body></html>";
  }

  private static final String GERMAN =
      page(
          "Diese Bedingungen regeln, wie der Dienst genutzt werden kann und was dabei zu beachten ist.",
          "Der Dienst steht allen offen, die sich angemeldet haben und die Regeln des Hauses achten.",
          "Fragen zu diesem Text beantworten wir gern, am besten auf dem Weg über das Formular.");
  private static final String FRENCH =
      page(
          "Ces conditions expliquent comment le service peut être utilisé et ce qu'il faut savoir.",
          "Le service est ouvert à toutes les personnes qui se sont inscrites et qui en suivent les règles.",
          "Toute question sur ce texte reçoit une réponse, de préférence au moyen du formulaire.");
  private static final String FINNISH =
      page(
          "Nämä ehdot kertovat, miten palvelua voi käyttää ja mitä käyttäjän tulee tietää siitä.",
          "Palvelu on avoinna kaikille, jotka ovat rekisteröityneet ja noudattavat talon sääntöjä.",
          "Vastaamme mielellämme kaikkiin kysymyksiin, jotka koskevat tätä tekstiä tai palvelua.");
}
