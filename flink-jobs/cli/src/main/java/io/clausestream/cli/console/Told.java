package io.clausestream.cli.console;

import io.clausestream.schema.Direction;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.ProvisionChange;
import io.clausestream.schema.QuantityChange;
import io.clausestream.schema.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Facts of changes and provisions in words. Stateless. */
public final class Told {

  /** Reasons that say no more than the redline beside them. */
  private static final Set<String> PLAIN_TO_SEE =
      Set.of("wording.slight", "place.moved", "date.revision");

  /** A reason that stands where no rule says more. */
  private static final String NO_RULE = "passage.changed";

  private static final String SUBJECT = "category.";

  private Told() {}

  /** Whether a rule tells the subject of a passage and nothing else. */
  static boolean isSubject(String ruleId) {
    return ruleId.startsWith(SUBJECT);
  }

  /** What became of a provision, such as {@code reworded}. */
  public static String lineage(ProvisionChange provision) {
    return lower(provision.getLineage());
  }

  /** Whom it serves; empty when that is open. */
  public static String direction(Direction direction) {
    return switch (direction) {
      case ADVERSE -> "against the user";
      case PROTECTIVE -> "for the user";
      case NEUTRAL, UNKNOWN -> "";
    };
  }

  /** A number before and after, such as {@code 30 days -> 90 days}. */
  public static String quantity(QuantityChange change, String arrow) {
    return quantity(change.getBefore(), change.getUnitBefore())
        + arrow
        + quantity(change.getAfter(), change.getUnitAfter());
  }

  private static String quantity(String number, String unit) {
    return switch (unit) {
      case "PERCENT" -> number + " %";
      case "MONEY" -> "amount " + number;
      case "AGE" -> "age " + number;
      default -> number + " " + (number.equals("1") ? singular(unit) : lower(unit));
    };
  }

  private static String singular(String unit) {
    String lower = lower(unit);
    return lower.endsWith("s") ? lower.substring(0, lower.length() - 1) : lower;
  }

  /** The reasons of a provision that say more than its redline and its categories do. */
  public static List<Reason> reasons(ProvisionChange provision) {
    List<Reason> telling =
        provision.getReasons().stream()
            .filter(reason -> !PLAIN_TO_SEE.contains(reason.getRuleId()))
            .filter(reason -> !isSubject(reason.getRuleId()))
            .toList();
    return telling.stream()
        .filter(reason -> telling.size() == 1 || !reason.getRuleId().equals(NO_RULE))
        .toList();
  }

  /**
   * The reasons of a change that its provisions do not tell: the decisive one where it is more
   * severe than each of them, all where there are none.
   */
  public static List<Reason> reasonsBesideProvisions(PageChange change) {
    boolean told =
        change.getProvisions().stream().anyMatch(p -> p.getSeverity() == change.getSeverity());
    return change.getProvisions().isEmpty()
        ? change.getReasons()
        : change.getReasons().stream().limit(told ? 0 : 1).toList();
  }

  /** The name of a value as people write it. */
  public static String lower(Enum<?> value) {
    return lower(value.name());
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
