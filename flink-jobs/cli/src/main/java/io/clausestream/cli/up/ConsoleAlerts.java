package io.clausestream.cli.up;

import io.clausestream.cli.alerts.AlertText;
import io.clausestream.cli.console.ChangeText;
import io.clausestream.cli.console.Palette;
import io.clausestream.cli.console.PlainText;
import io.clausestream.schema.Alert;
import io.clausestream.schema.PageChange;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Alerts as the console shows them: a change whole at its first alert, a line for each subscriber
 * more. One thread.
 */
final class ConsoleAlerts {

  /** Changes that are known to have been shown; an older one is shown whole again. */
  private static final int MOST_KNOWN = 1_000;

  private final Palette palette;
  private final ChangeText text;
  private final Set<String> shown = new LinkedHashSet<>();

  ConsoleAlerts(Palette palette, int width) {
    this.palette = palette;
    this.text = new ChangeText(palette, width);
  }

  String render(Alert alert) {
    if (alert.getRetracts() != null) {
      return AlertText.retraction(alert);
    }
    PageChange change = alert.getChange();
    return isNew(change.getAssessmentId())
        ? text.render(change)
        : palette.faint(
            "Change "
                + change.getChangeId()
                + " is also told to '"
                + PlainText.safe(alert.getSubscriberId())
                + "'.");
  }

  private boolean isNew(String id) {
    boolean isNew = shown.add(id);
    if (shown.size() > MOST_KNOWN) {
      shown.remove(shown.iterator().next());
    }
    return isNew;
  }
}
