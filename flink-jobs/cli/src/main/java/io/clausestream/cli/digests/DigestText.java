package io.clausestream.cli.digests;

import io.clausestream.cli.console.Palette;
import io.clausestream.cli.console.PlainText;
import io.clausestream.schema.Digest;
import io.clausestream.schema.DigestEntry;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** A digest as people read it. Stateless. */
final class DigestText {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  private DigestText() {}

  /** One line: until when, for whom, how many changes. */
  static String line(Digest digest, Palette palette) {
    return String.join(
        "  ",
        digest.getUntil().toString(),
        PlainText.safe(digest.getSubscriberId()),
        counts(digest),
        palette.faint(digest.getDigestId()));
  }

  /** The week with its changes, most severe first. */
  static List<String> whole(Digest digest, Palette palette) {
    List<String> lines = new ArrayList<>();
    lines.add(
        palette.strong(PlainText.safe(digest.getSubscriberId()))
            + "  "
            + local(digest.getFrom(), digest)
            + " to "
            + local(digest.getUntil(), digest)
            + " ("
            + digest.getTimeZone()
            + "): "
            + counts(digest));
    for (DigestEntry entry : digest.getEntries()) {
      lines.add(palette.badge(entry.getSeverity()) + " " + PlainText.safe(entry.getTitle()));
      entry.getSummary().forEach(sentence -> lines.add("  " + PlainText.safe(sentence)));
      if (entry.getUpdates() != null) {
        lines.add("  Told before: alert " + entry.getUpdates() + ".");
      }
      if (entry.getCorrection() != null) {
        lines.add("  Told wrongly: " + PlainText.safe(entry.getCorrection()));
      }
      lines.add("  " + palette.faint(entry.getUrl() + "  change " + entry.getChangeId()));
    }
    if (digest.getEntriesOmitted() > 0) {
      lines.add("And " + digest.getEntriesOmitted() + " more.");
    }
    return lines;
  }

  private static String counts(Digest digest) {
    return digest.getHighs()
        + " high, "
        + digest.getMediums()
        + " medium, "
        + digest.getLows()
        + " low";
  }

  private static String local(Instant instant, Digest digest) {
    return TIME.format(instant.atZone(ZoneId.of(digest.getTimeZone())));
  }
}
