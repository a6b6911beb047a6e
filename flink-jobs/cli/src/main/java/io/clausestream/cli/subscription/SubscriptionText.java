package io.clausestream.cli.subscription;

import io.clausestream.cli.console.Columns;
import io.clausestream.cli.console.PlainText;
import io.clausestream.schema.Mute;
import io.clausestream.schema.Refusal;
import io.clausestream.schema.Subscription;
import io.clausestream.schema.SubscriptionChannel;
import io.clausestream.schema.SubscriptionTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Subscriptions and their refusals as people read them. Stateless. */
final class SubscriptionText {

  private static final String ALL = "all";

  private SubscriptionText() {}

  /** One line of each, with headings. */
  static List<String> table(List<Subscription> subscriptions) {
    Columns columns =
        new Columns("SUBSCRIBER", "PLAN", "STATE", "PLATFORMS", "FROM", "TOLD ON", "HOLDS FROM");
    for (Subscription subscription : subscriptions) {
      SubscriptionTerms terms = subscription.getTerms();
      columns.row(
          PlainText.safe(subscription.getSubscriberId()),
          PlainText.safe(terms.getPlan()),
          word(terms.getState()),
          platforms(terms.getPlatforms()),
          word(terms.getMinimumSeverity()),
          kinds(terms.getChannels()),
          subscription.getValidFrom().toString());
    }
    return columns.lines();
  }

  /** All of one. */
  static List<String> lines(Subscription subscription) {
    SubscriptionTerms terms = subscription.getTerms();
    List<String> lines = new ArrayList<>();
    lines.add(PlainText.safe(subscription.getSubscriberId()));
    add(lines, "plan", terms.getPlan() + (subscription.getAlerts() ? "" : ", without alerts"));
    add(lines, "state", word(terms.getState()));
    add(lines, "platforms", terms.getPlatforms().contains("*") ? ALL : join(terms.getPlatforms()));
    add(lines, "types", join(terms.getDocumentTypes()));
    add(lines, "categories", join(terms.getCategories()));
    add(lines, "severity", word(terms.getMinimumSeverity()) + " and up");
    add(lines, "directions", join(terms.getDirections().stream().map(d -> word(d)).toList()));
    add(lines, "provisions", provisions(terms));
    terms.getMutes().forEach(mute -> add(lines, "muted", mute(mute)));
    terms.getChannels().forEach(channel -> add(lines, "told on", channel(channel)));
    add(lines, "language", terms.getLanguage());
    add(lines, "digest", digest(terms));
    add(lines, "holds from", subscription.getValidFrom().toString());
    String by = subscription.getRequestedBy();
    add(lines, "admitted", subscription.getAdmittedAt() + (by == null ? "" : ", asked by " + by));
    return lines;
  }

  /** That it was admitted, in one line. */
  static String admitted(Subscription subscription) {
    SubscriptionTerms terms = subscription.getTerms();
    return "admitted %s  plan %s, %s, %s, changes from %s on"
        .formatted(
            PlainText.safe(subscription.getSubscriberId()),
            PlainText.safe(terms.getPlan()),
            word(terms.getState()),
            terms.getPlatforms().contains("*")
                ? "all platforms"
                : terms.getPlatforms().size()
                    + (terms.getPlatforms().size() == 1 ? " platform" : " platforms"),
            subscription.getValidFrom());
  }

  /** That it was not, and why, in one line. */
  static String refused(Refusal refusal) {
    return "refused %s  %s".formatted(refusal.getReason(), PlainText.safe(refusal.getDetail()));
  }

  private static void add(List<String> lines, String what, String value) {
    lines.add("  %-11s %s".formatted(what, PlainText.safe(value)));
  }

  private static String join(List<String> values) {
    return values.isEmpty() ? ALL : String.join(", ", values);
  }

  private static String platforms(List<String> platforms) {
    return platforms.contains("*")
        ? ALL
        : platforms.size() == 1
            ? PlainText.safe(platforms.get(0))
            : Integer.toString(platforms.size());
  }

  private static String provisions(SubscriptionTerms terms) {
    return join(terms.getProvisionIds())
        + (terms.getProvisionLevel() ? ", one of which meets all conditions" : "");
  }

  private static String mute(Mute mute) {
    return mute.getDocumentId()
        + (mute.getProvisionId() == null ? "" : ", provision " + mute.getProvisionId());
  }

  private static String channel(SubscriptionChannel channel) {
    return word(channel.getKind())
        + (channel.getTarget().isEmpty() ? "" : " " + channel.getTarget())
        + (channel.getSecret() == null ? "" : ", secret named " + channel.getSecret());
  }

  private static String kinds(List<SubscriptionChannel> channels) {
    return channels.isEmpty()
        ? "topics"
        : channels.stream()
            .map(channel -> word(channel.getKind()))
            .distinct()
            .collect(Collectors.joining(","));
  }

  private static String digest(SubscriptionTerms terms) {
    return terms.getDigest()
        ? "%s at %02d:00, %s"
            .formatted(
                terms.getDigestDay().toLowerCase(Locale.ROOT),
                terms.getDigestHour(),
                terms.getTimeZone())
        : "none";
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
