package io.clausestream.cli.diff;

import io.clausestream.cli.console.ProvisionBlocks;
import io.clausestream.cli.console.Told;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.ProvisionChange;
import io.clausestream.schema.Reason;
import java.util.List;
import java.util.Locale;

/** The provisions of a change as HTML: of each how severe, what became of it, redline, why. */
final class DiffProvisions {

  private DiffProvisions() {}

  /** The provisions, the most severe first; passages alone where the record has none. */
  static String of(PageChange change) {
    StringBuilder html = new StringBuilder();
    for (ProvisionBlocks group : ProvisionBlocks.bySeverity(change)) {
      html.append(group.provisions().isEmpty() ? DiffPassages.of(group.blocks()) : section(group));
    }
    if (change.getProvisionsOmitted() > 0) {
      html.append("<p class=\"more\">and ")
          .append(change.getProvisionsOmitted())
          .append(" more provisions</p>\n");
    }
    return html.toString();
  }

  private static String section(ProvisionBlocks group) {
    StringBuilder html = new StringBuilder("<section>\n");
    group.provisions().forEach(provision -> html.append(headline(provision)));
    group.blocks().forEach(block -> html.append(DiffPassages.passage(block)));
    for (ProvisionChange provision : group.provisions()) {
      html.append(reasons(Told.reasons(provision)));
    }
    return html.append("</section>\n").toString();
  }

  private static String headline(ProvisionChange provision) {
    String severity = provision.getSeverity().name();
    StringBuilder html = new StringBuilder("<h2>");
    html.append("<span class=\"badge ")
        .append(severity.toLowerCase(Locale.ROOT))
        .append("\">")
        .append(severity)
        .append("</span> <span class=\"lineage\">")
        .append(Told.lineage(provision))
        .append("</span> ")
        .append(DiffPassages.path(provision.getHeadingPath()))
        .append("</h2>\n");
    String facts = facts(provision);
    return html.append(facts.isEmpty() ? "" : "<p class=\"facts\">" + facts + "</p>\n").toString();
  }

  private static String facts(ProvisionChange provision) {
    StringBuilder html = new StringBuilder();
    provision
        .getQuantities()
        .forEach(
            quantity ->
                html.append("<span class=\"fact quantity\">")
                    .append(DiffPage.text(Told.quantity(quantity, " → ")))
                    .append("</span> "));
    String direction = Told.direction(provision.getDirection());
    if (!direction.isEmpty()) {
      DiffPage.fact(html, direction);
    }
    if (provision.getRetroactive()) {
      DiffPage.fact(html, "applies to what was collected before");
    }
    provision.getAuthorities().forEach(authority -> DiffPage.fact(html, "names " + authority));
    return html.toString().strip();
  }

  /** A list of reasons; nothing where there are none. */
  static String reasons(List<Reason> reasons) {
    if (reasons.isEmpty()) {
      return "";
    }
    StringBuilder html = new StringBuilder("<ul class=\"why\">\n");
    reasons.forEach(
        reason ->
            DiffPage.item(
                html,
                DiffPage.text(reason.getSentence()) + " " + DiffPage.code(reason.getRuleId())));
    return html.append("</ul>\n").toString();
  }
}
