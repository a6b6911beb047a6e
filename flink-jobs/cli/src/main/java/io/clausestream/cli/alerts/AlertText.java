package io.clausestream.cli.alerts;

import io.clausestream.cli.console.Palette;
import io.clausestream.cli.console.PlainText;
import io.clausestream.schema.Alert;

/** An alert as people read it. Stateless. */
public final class AlertText {

  private AlertText() {}

  /** One line: when, how severe, to whom, what, and what it has to do with another one. */
  static String line(Alert alert, Palette palette) {
    return String.join(
        "  ",
        alert.getAlertedAt().toString(),
        palette.badge(alert.getSeverity()),
        PlainText.safe(alert.getSubscriberId()),
        PlainText.safe(alert.getChange().getTitle()) + relation(alert),
        palette.faint(alert.getAlertId()));
  }

  /** The line that says that an alert was taken back, and why. */
  public static String retraction(Alert alert) {
    return "Taken back: "
        + PlainText.safe(alert.getChange().getTitle())
        + ": "
        + PlainText.safe(String.valueOf(alert.getCorrection()));
  }

  private static String relation(Alert alert) {
    if (alert.getRetracts() != null) {
      return " (takes back " + alert.getRetracts() + ")";
    }
    return alert.getUpdates() == null ? "" : " (updates " + alert.getUpdates() + ")";
  }
}
