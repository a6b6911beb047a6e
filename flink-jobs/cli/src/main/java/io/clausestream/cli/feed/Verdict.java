package io.clausestream.cli.feed;

import io.clausestream.schema.DeadLetter;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.PageVerification;
import io.clausestream.schema.Suppression;
import io.clausestream.schema.VerificationStatus;
import java.util.Locale;
import java.util.Optional;

/**
 * What became of a fetch.
 *
 * @param sentence in one sentence
 * @param refused whether it could not be handled at all
 * @param change the change that it was, if it was one
 */
record Verdict(String sentence, boolean refused, Optional<PageChange> change) {

  static Verdict of(PageChange change) {
    return new Verdict(
        "Changed: version "
            + change.getCurrent().getNumber()
            + ", severity "
            + change.getSeverity()
            + ", change "
            + change.getChangeId()
            + ".",
        false,
        Optional.of(change));
  }

  static Verdict of(PageVerification seen) {
    String what =
        seen.getStatus() == VerificationStatus.FIRST
            ? "First seen: this is version 1, and the next captures are compared with it."
            : "Unchanged: the text is that of version " + seen.getVersion().getNumber() + ".";
    return quiet(what);
  }

  static Verdict of(Suppression quiet) {
    String verdict = quiet.getVerdict().name();
    String reason = quiet.getReason().equals(verdict) ? "" : " (" + quiet.getReason() + ")";
    String words = verdict.toLowerCase(Locale.ROOT).replace('_', ' ');
    return quiet("No alert, " + words + reason + ": " + oneLine(quiet.getDetail()));
  }

  static Verdict of(DeadLetter letter) {
    return new Verdict(
        "Dead letter (" + letter.getReason() + "): " + oneLine(letter.getDetail()),
        true,
        Optional.empty());
  }

  private static String oneLine(String detail) {
    String line = detail.strip().replaceAll("\\s+", " ");
    return line.endsWith(".") ? line : line + ".";
  }

  private static Verdict quiet(String sentence) {
    return new Verdict(sentence, false, Optional.empty());
  }
}
