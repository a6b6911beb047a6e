package io.clausestream.cli.explain;

import io.clausestream.cli.console.ChangeText;
import io.clausestream.cli.console.Palette;
import io.clausestream.cli.console.ProvisionBlocks;
import io.clausestream.cli.console.Told;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.PageVersion;
import java.util.List;
import java.util.Optional;

/** All of a change as people read it: its facts, then its provisions in the document's order. */
final class Explanation {

  private final Palette palette;
  private final int width;

  Explanation(Palette palette, int width) {
    this.palette = palette;
    this.width = width;
  }

  /** The change in lines. */
  String of(PageChange change) {
    Lines lines = new Lines(palette, width);
    String name = change.getPlatform() + " / " + change.getDocumentType();
    lines.add(new ChangeText(palette, width).headline(name, change));
    facts(lines, change);
    lines.add("");
    change.getSummary().forEach(sentence -> lines.wrapped("  ", sentence));
    lines.add("");
    lines.add("  " + palette.strong("Why, of the whole"));
    change.getReasons().forEach(reason -> lines.reason("    ", reason));
    provisions(lines, change);
    return lines.text();
  }

  private static void facts(Lines lines, PageChange change) {
    lines.fact("change", change.getChangeId());
    lines.fact("assessment", change.getAssessmentId());
    lines.fact("document", change.getDocumentId());
    lines.fact("source", change.getUrl());
    lines.fact("kind", Told.lower(change.getKind()));
    lines.fact("categories", String.join(", ", change.getCategories()));
    lines.fact("direction", direction(change));
    lines.fact("language", language(change.getLanguage()));
    lines.fact("effective", effective(change));
    lines.fact(
        "retroactive",
        change.getRetroactive()
            ? "yes: it says that it applies to what was collected before"
            : "not that it says so");
    version(lines, "before", change.getPrevious());
    version(lines, "after", change.getCurrent());
    lines.fact("fetch", change.getFetchId() + ", origin " + change.getOrigin());
    lines.fact("sure since", change.getDetectedAt().toString());
    lines.fact(
        "made by",
        "rules %s, canonical text %d, engine %s"
            .formatted(
                change.getRuleSetVersion(),
                change.getCanonicalVersion(),
                change.getEngineVersion()));
  }

  private static String direction(PageChange change) {
    return Optional.of(Told.direction(change.getDirection()))
        .filter(words -> !words.isEmpty())
        .orElse(
            switch (change.getDirection()) {
              case NEUTRAL -> "neither for nor against the user";
              case ADVERSE, PROTECTIVE, UNKNOWN -> "the rules cannot tell";
            });
  }

  private static String language(String code) {
    return code.equals("und") ? "cannot be told" : code;
  }

  private static String effective(PageChange change) {
    if (change.getEffectiveDate() == null) {
      return "the text states no date";
    }
    Integer days = change.getNoticeDays();
    String notice =
        days == null
            ? ""
            : days < 0
                ? ", " + -days + " days before it was first seen"
                : ", " + days + " days of notice";
    return change.getEffectiveDate() + notice;
  }

  private static void version(Lines lines, String name, PageVersion version) {
    lines.fact(name, "version " + version.getNumber() + ", fetched " + version.getFetchedAt());
    lines.fact("", "text " + version.getTextSha256());
    lines.fact("", "body " + version.getBodySha256());
  }

  private static void provisions(Lines lines, PageChange change) {
    List<ProvisionBlocks> groups = ProvisionBlocks.of(change);
    int number = 0;
    for (ProvisionBlocks group : groups) {
      lines.add("");
      number = ExplainedProvision.add(lines, group, number, change.getProvisions().size());
    }
    left(lines, change.getProvisionsOmitted(), "provisions");
    left(lines, change.getBlocksOmitted(), "passages");
  }

  private static void left(Lines lines, int omitted, String things) {
    if (omitted > 0) {
      lines.add("");
      lines.add("  " + omitted + " more " + things + " were left out of the record for its size.");
    }
  }
}
