package io.clausestream.cli.subscription;

import io.clausestream.core.severity.Direction;
import io.clausestream.core.severity.Severity;
import io.clausestream.core.subscription.RequestedTerms;
import io.clausestream.core.subscription.Terms;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that say what a subscriber wants to hear of, when and where. */
final class TermsOptions {

  @Option(
      names = "--plan",
      paramLabel = "PLAN",
      description = "The plan that sets the limits (default: ${DEFAULT-VALUE}).")
  private String plan = "own";

  @Option(
      names = "--platform",
      paramLabel = "NAME",
      description = "A platform to watch, '*' for all; may come again.")
  private List<String> platforms = new ArrayList<>();

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      description = "Documents of this type alone, like 'Privacy Policy'; may come again.")
  private List<String> types = new ArrayList<>();

  @Option(
      names = "--category",
      paramLabel = "ID",
      description = "Changes of this category alone, like data-sharing; may come again.")
  private List<String> categories = new ArrayList<>();

  @Option(
      names = "--severity",
      paramLabel = "LEVEL",
      description = "The least severity: low, medium or high (default: ${DEFAULT-VALUE}).")
  private Severity severity = Severity.LOW;

  @Option(
      names = "--direction",
      paramLabel = "DIRECTION",
      description =
          "Changes in this direction alone: adverse, protective, neutral, unknown; may come again.")
  private List<Direction> directions = new ArrayList<>();

  @Option(
      names = "--provision-level",
      description = "One and the same provision must meet category, severity and direction.")
  private boolean provisionLevel;

  @Option(
      names = "--provision",
      paramLabel = "ID",
      description = "Changes that touch this provision alone; may come again.")
  private List<String> provisions = new ArrayList<>();

  @Option(
      names = "--language",
      paramLabel = "TAG",
      description = "Language of what is told (default: ${DEFAULT-VALUE}).")
  private String language = "en";

  @Option(
      names = "--time-zone",
      paramLabel = "ZONE",
      description = "Time zone, like Europe/Berlin (default: ${DEFAULT-VALUE}).")
  private String timeZone = "UTC";

  @Option(
      names = "--digest-day",
      paramLabel = "DAY",
      description = "Day on which the week of the digest ends (default: ${DEFAULT-VALUE}).")
  private DayOfWeek digestDay = DayOfWeek.MONDAY;

  @Option(
      names = "--digest-hour",
      paramLabel = "HOUR",
      description = "Hour of that day, 0 to 23 (default: ${DEFAULT-VALUE}).")
  private int digestHour = 8;

  @Option(names = "--no-digest", description = "No weekly digest.")
  private boolean noDigest;

  @Mixin private ChannelOptions channels;

  RequestedTerms terms() {
    return new RequestedTerms(
        plan,
        Terms.State.ACTIVE,
        platforms,
        types,
        categories,
        severity,
        directions,
        provisionLevel,
        provisions,
        List.of(),
        channels.channels(),
        language,
        timeZone,
        !noDigest,
        digestDay.name(),
        digestHour);
  }

  boolean namesPlatforms() {
    return !platforms.isEmpty();
  }
}
