package io.clausestream.core.subscription;

import io.clausestream.core.severity.Direction;
import io.clausestream.core.severity.Severity;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads requests for subscriptions from a YAML file: a list named {@code subscriptions}. Whether
 * they are admitted is for the engine to say.
 */
public final class SubscriptionFile {

  private static final String LIST = "subscriptions";
  private static final Set<String> KEYS =
      Set.of(
          "subscriber",
          "plan",
          "platforms",
          "documentTypes",
          "categories",
          "minimumSeverity",
          "directions",
          "provisionLevel",
          "provisionIds",
          "channels",
          "language",
          "timeZone",
          "digest",
          "digestDay",
          "digestHour",
          "validFrom");
  private static final Set<String> CHANNEL_KEYS = Set.of("kind", "target", "secret");

  /** The plan of an entry that names none. */
  private static final String PLAN = "own";

  private SubscriptionFile() {}

  /**
   * The requests of a file.
   *
   * @throws IllegalArgumentException naming the entry and the fault, if the file is wrong
   */
  public static List<SubscriptionRequest> parse(InputStream yaml) {
    return YamlEntry.list(yaml, LIST, "subscriber", KEYS).stream()
        .map(SubscriptionFile::request)
        .toList();
  }

  private static SubscriptionRequest request(YamlEntry entry) {
    List<String> platforms = entry.strings("platforms");
    if (platforms.isEmpty()) {
      throw entry.fault("watches no 'platforms'; name some, or '*' for all");
    }
    RequestedTerms usual = RequestedTerms.of(entry.string("plan").orElse(PLAN), platforms);
    RequestedTerms terms =
        new RequestedTerms(
            usual.plan(),
            usual.state(),
            platforms,
            entry.strings("documentTypes"),
            entry.strings("categories"),
            severity(entry, usual.minimumSeverity()),
            directions(entry),
            entry.flag("provisionLevel", usual.provisionLevel()),
            entry.strings("provisionIds"),
            List.of(),
            channels(entry),
            entry.string("language").orElse(usual.language()),
            entry.string("timeZone").orElse(usual.timeZone()),
            entry.flag("digest", usual.digest()),
            entry.string("digestDay").map(SubscriptionFile::upper).orElse(usual.digestDay()),
            entry.number("digestHour").orElse(usual.digestHour()));
    return new SubscriptionRequest(entry.id(), terms, entry.instant("validFrom"));
  }

  private static Severity severity(YamlEntry entry, Severity missing) {
    return entry
        .string("minimumSeverity")
        .map(word -> entry.named(Severity.class, "minimumSeverity", word))
        .orElse(missing);
  }

  private static List<Direction> directions(YamlEntry entry) {
    return entry.strings("directions").stream()
        .map(word -> entry.named(Direction.class, "directions", word))
        .toList();
  }

  private static List<ChannelTarget> channels(YamlEntry entry) {
    return entry.entries("channels", CHANNEL_KEYS).stream().map(SubscriptionFile::channel).toList();
  }

  private static ChannelTarget channel(YamlEntry entry) {
    String kind =
        entry
            .string("kind")
            .orElseThrow(
                () -> entry.fault("has a channel without 'kind'; say how it is told there"));
    Optional<String> secret = entry.string("secret");
    return new ChannelTarget(
        entry.named(ChannelTarget.Kind.class, "kind", kind),
        entry.string("target").orElse(""),
        secret);
  }

  private static String upper(String day) {
    return day.toUpperCase(Locale.ROOT);
  }
}
