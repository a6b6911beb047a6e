package io.clausestream.core.severity;

import java.util.Set;

/** The rules that hold whatever the rule set says, with the sentence that each gives as reason. */
final class SeverityRules {

  private static final String LANGUAGE = "language.none";

  /** So many words on known subjects are more than a turn of phrase. */
  static final int SUBSTANTIAL = 14;

  /** So many words of a clause on a subject of high weight that came or went as a whole. */
  static final int SENTENCE = 8;

  /** So many words matter whatever they are about. */
  static final int LONG = 60;

  static final Reason REVISION_DATE =
      new Reason("date.revision", "Only the date of the revision differs.");
  static final Reason MOVED = new Reason("place.moved", "Only the place of passages differs.");
  static final Reason ENTITY = new Reason("entity.changed", "Another company is named.");
  static final Reason ADDRESS =
      new Reason("address.changed", "Only a postal address differs, of the same company.");
  static final Reason RENAMED =
      new Reason("name.changed", "A name gives way to another one throughout.");
  static final Reason ENTRY =
      new Reason("entry.changed", "An entry of a list or a table comes or goes.");
  static final Reason PASSAGE =
      new Reason("passage.changed", "A passage differs, and no rule says whom it serves.");
  static final Reason SLIGHT =
      new Reason("wording.slight", "Few words differ, and no rule knows them.");
  static final Reason REORDERED =
      new Reason("wording.reordered", "The same words stand in another order.");

  private static final Set<Reason> GENERAL =
      Set.of(REVISION_DATE, MOVED, ENTITY, ADDRESS, RENAMED, ENTRY, PASSAGE, SLIGHT, REORDERED);

  private SeverityRules() {}

  /** Whether a reason says less than the words themselves. */
  static boolean isGeneral(Reason reason) {
    return GENERAL.contains(reason) || reason.ruleId().startsWith(LANGUAGE);
  }

  static Reason noRules(String language) {
    return new Reason(
        LANGUAGE,
        "There are no rules for the language '" + language + "', so it is MEDIUM at most.");
  }
}
