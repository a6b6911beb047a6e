package io.clausestream.core.subscription;

import io.clausestream.core.rules.ShippedRules;
import io.clausestream.core.severity.Assessment;
import io.clausestream.core.subscription.SubscriptionRefusal.Reason;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Whether terms make sense, whatever the plan. */
final class TermsCheck {

  /** Longest list of platforms, also in plans without a limit. */
  static final int MOST_PLATFORMS = 5_000;

  /** Longest list of mutes, and of provisions. */
  static final int MOST_PROVISIONS = 1_000;

  /** Longest of the other lists. */
  static final int MOST_OTHERS = 100;

  /** Most channels. */
  static final int MOST_CHANNELS = 20;

  private static final int LATEST_HOUR = 23;
  private static final Set<String> CATEGORIES = categories();

  private TermsCheck() {}

  /** The first fault. */
  static Optional<SubscriptionRefusal> check(RequestedTerms terms) {
    return Stream.<Supplier<Optional<SubscriptionRefusal>>>of(
            () -> lengths(terms),
            () -> names(terms),
            () -> platforms(terms.platforms()),
            () -> categories(terms.categories()),
            () -> ChannelCheck.check(terms.channels()),
            () -> language(terms.language()),
            () -> zone(terms.timeZone()),
            () -> digest(terms))
        .map(Supplier::get)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<SubscriptionRefusal> lengths(RequestedTerms terms) {
    return length("platforms", terms.platforms(), MOST_PLATFORMS)
        .or(() -> length("documentTypes", terms.documentTypes(), MOST_OTHERS))
        .or(() -> length("categories", terms.categories(), MOST_OTHERS))
        .or(() -> length("directions", terms.directions(), MOST_OTHERS))
        .or(() -> length("provisionIds", terms.provisionIds(), MOST_PROVISIONS))
        .or(() -> length("mutes", terms.mutes(), MOST_PROVISIONS))
        .or(() -> length("channels", terms.channels(), MOST_CHANNELS));
  }

  private static Optional<SubscriptionRefusal> length(String what, Collection<?> list, int most) {
    return list.size() <= most
        ? Optional.empty()
        : Optional.of(
            SubscriptionRefusal.of(
                Reason.LIST_TOO_LONG,
                "There are %d %s, but %d is the most; shorten the list.",
                list.size(),
                what,
                most));
  }

  private static Optional<SubscriptionRefusal> names(RequestedTerms terms) {
    List<Mute> mutes = terms.mutes();
    return names("platforms", terms.platforms().stream())
        .or(() -> names("documentTypes", terms.documentTypes().stream()))
        .or(() -> names("categories", terms.categories().stream()))
        .or(() -> names("provisionIds", terms.provisionIds().stream()))
        .or(() -> names("mutes", mutes.stream().map(Mute::documentId)))
        .or(() -> names("mutes", mutes.stream().flatMap(mute -> mute.provisionId().stream())));
  }

  private static Optional<SubscriptionRefusal> names(String what, Stream<String> names) {
    return names
        .filter(name -> !Names.isName(name))
        .findFirst()
        .map(
            name ->
                SubscriptionRefusal.of(
                    Reason.NAME,
                    "%s in %s is no name; use 1 to %d characters without control characters.",
                    Names.quoted(name),
                    what,
                    Names.LONGEST));
  }

  private static Optional<SubscriptionRefusal> platforms(List<String> platforms) {
    if (platforms.isEmpty()) {
      return Optional.of(
          SubscriptionRefusal.of(Reason.NO_PLATFORM, "No platform is named; name one or more."));
    }
    Set<String> distinct = Set.copyOf(new TreeSet<>(platforms));
    return distinct.contains(Interest.ALL) && distinct.size() > 1
        ? Optional.of(
            SubscriptionRefusal.of(
                Reason.ALL_PLATFORMS,
                "'*' stands for all platforms, but %d others are named beside it; name '*' alone.",
                distinct.size() - 1))
        : Optional.empty();
  }

  private static Optional<SubscriptionRefusal> categories(List<String> categories) {
    return categories.stream()
        .filter(category -> !CATEGORIES.contains(category))
        .findFirst()
        .map(
            category ->
                SubscriptionRefusal.of(
                    Reason.UNKNOWN_CATEGORY,
                    "There is no category %s; use %s.",
                    Names.quoted(category),
                    String.join(", ", CATEGORIES)));
  }

  /** A category that no rule set has would never be told of. */
  private static Set<String> categories() {
    Set<String> known = new TreeSet<>(Set.of(Assessment.OTHER));
    ShippedRules.get().categories().forEach(category -> known.add(category.id()));
    return known;
  }

  private static Optional<SubscriptionRefusal> language(String tag) {
    return isLanguage(tag)
        ? Optional.empty()
        : Optional.of(
            SubscriptionRefusal.of(
                Reason.LANGUAGE,
                "The language %s is no BCP 47 tag; write it like en or de-AT.",
                Names.quoted(tag)));
  }

  private static boolean isLanguage(String tag) {
    try {
      return tag.length() <= Names.LONGEST
          && !new Locale.Builder().setLanguageTag(tag).build().getLanguage().isEmpty();
    } catch (IllformedLocaleException e) {
      return false;
    }
  }

  /** An offset from UTC would be wrong for half the year. */
  private static Optional<SubscriptionRefusal> zone(String id) {
    return ZoneId.getAvailableZoneIds().contains(id)
        ? Optional.empty()
        : Optional.of(
            SubscriptionRefusal.of(
                Reason.TIME_ZONE,
                "There is no time zone %s in the tz database; write it like Europe/Berlin or UTC.",
                Names.quoted(id)));
  }

  private static Optional<SubscriptionRefusal> digest(RequestedTerms terms) {
    boolean day =
        Arrays.stream(DayOfWeek.values()).anyMatch(d -> d.name().equals(terms.digestDay()));
    if (!day) {
      return Optional.of(
          SubscriptionRefusal.of(
              Reason.DIGEST,
              "The digestDay is %s; use MONDAY to SUNDAY.",
              Names.quoted(terms.digestDay())));
    }
    return terms.digestHour() >= 0 && terms.digestHour() <= LATEST_HOUR
        ? Optional.empty()
        : Optional.of(
            SubscriptionRefusal.of(
                Reason.DIGEST, "The digestHour is %d; use 0 to 23.", terms.digestHour()));
  }
}
