package io.clausestream.core.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.severity.Direction;
import io.clausestream.core.severity.Severity;
import io.clausestream.core.subscription.ChannelTarget.Kind;
import io.clausestream.core.subscription.SubscriptionAdmission.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Random terms, most of them with few faults: an oracle that shares no code says the same. */
class SubscriptionAdmissionPropertyTest {

  private static final long SEED = 20260302;
  private static final int REQUESTS = 20_000;
  private static final Instant NOW = Instant.parse("2026-03-02T06:00:00Z");
  private static final long YEAR = 366L * 24 * 3600;

  /** What the shipped plans promise, written down a second time. */
  private static final Map<String, Integer> LIMITS =
      Map.of("free", 1, "monitor", 25, "compliance", 1 << 30, "own", 1 << 30);

  private static final Map<String, Set<Kind>> KINDS =
      Map.of(
          "free", Set.of(Kind.EMAIL, Kind.FEED),
          "monitor", Set.of(Kind.EMAIL, Kind.FEED, Kind.SLACK, Kind.WEBHOOK),
          "compliance", Set.of(Kind.values()),
          "own", Set.of(Kind.values()));

  private static final List<String> NAMES =
      List.of("Marrowby", "Quillstead", "Größe & Söhne", "日本", "x".repeat(200));
  private static final List<String> BAD_NAMES =
      List.of("", "\t", "a\u0007b", "x".repeat(201), "\udc00", "   ");
  private static final List<String> ZONES = List.of("UTC", "Europe/Berlin", "America/St_Johns");
  private static final List<String> BAD_ZONES = List.of("", "+01:00", "Z", "Nowhere", "UTC+3");
  private static final List<String> LANGUAGES = List.of("en", "de-AT", "zh-Hant-TW");
  private static final List<String> BAD_LANGUAGES = List.of("", "e", "en_GB", "1", "en\u0000");

  private final Random random = new Random(SEED);
  private final SubscriptionAdmission admission = new SubscriptionAdmission(Plans.shipped());
  private boolean good;

  @Test
  void termsAreAdmittedIfAndOnlyIfAnOracleSaysSo() {
    Map<SubscriptionRefusal.Reason, Integer> reasons =
        new EnumMap<>(SubscriptionRefusal.Reason.class);
    int admitted = 0;
    for (int i = 0; i < REQUESTS; i++) {
      SubscriptionRequest request = request();

      Decision decision = admission.decide(request, NOW);

      assertThat(decision.admitted().isPresent())
          .as("request %d: %s %s", i, request, decision)
          .isEqualTo(good && fitsThePlan(request.terms()));
      assertThat(decision.refusal().isEmpty()).isEqualTo(decision.admitted().isPresent());
      decision.refusal().ifPresent(refusal -> reasons.merge(refusal.reason(), 1, Integer::sum));
      admitted += decision.admitted().isPresent() ? 1 : 0;
    }
    // The random terms are worth something: both answers, and nearly all reasons.
    assertThat(admitted).isBetween(REQUESTS / 10, REQUESTS * 9 / 10);
    assertThat(reasons).hasSizeGreaterThan(12);
  }

  private boolean fitsThePlan(RequestedTerms terms) {
    if (terms.state() != Terms.State.ACTIVE) {
      return true;
    }
    if (!LIMITS.containsKey(terms.plan())) {
      return false;
    }
    boolean unlimited = terms.plan().equals("compliance") || terms.plan().equals("own");
    long platforms = terms.platforms().stream().distinct().count();
    return platforms <= LIMITS.get(terms.plan())
        && (unlimited || !terms.platforms().contains("*"))
        && (unlimited || !terms.provisionLevel() && terms.provisionIds().isEmpty())
        && terms.channels().stream()
            .allMatch(channel -> KINDS.get(terms.plan()).contains(channel.kind()));
  }

  private SubscriptionRequest request() {
    good = true;
    TermsBuilder terms = new TermsBuilder();
    terms.subscriberId = some(List.of("ada", "team 7"), BAD_NAMES);
    terms.plan = some(List.of("free", "monitor", "compliance", "own"), BAD_NAMES);
    if (good && chance(30)) {
      terms.plan = "gold";
    }
    terms.state = chance(4) ? any(Terms.State.values()) : Terms.State.ACTIVE;
    terms.platforms = platforms();
    terms.documentTypes = names(3);
    terms.categories =
        chance(5) ? List.of(some(List.of("other", "fees-billing"), List.of("fee"))) : List.of();
    terms.minimumSeverity = any(Severity.values());
    terms.directions = List.of(any(Direction.values()));
    terms.provisionLevel = chance(6);
    terms.provisionIds = chance(6) ? names(2) : List.of();
    terms.mutes = names(3).stream().map(name -> new Mute(name, Optional.of(name))).toList();
    terms.channels = chance(2) ? List.of(channel()) : List.of();
    terms.language = some(LANGUAGES, BAD_LANGUAGES);
    terms.timeZone = some(ZONES, BAD_ZONES);
    terms.digest = random.nextBoolean();
    terms.digestDay = some(List.of("MONDAY", "SUNDAY"), List.of("", "Monday", "MON"));
    terms.digestHour = some(List.of(0, 8, 23), List.of(-1, 24, Integer.MIN_VALUE));
    terms.validFrom = chance(2) ? null : NOW.plusSeconds(seconds());
    return terms.build();
  }

  private List<String> platforms() {
    if (chance(8)) {
      good &= !chance(4);
      return good ? List.of("*") : new ArrayList<>(List.of("*", "Marrowby"));
    }
    if (chance(40)) {
      good = false;
      return List.of();
    }
    List<String> platforms = new ArrayList<>();
    int number = random.nextInt(1, chance(3) ? 40 : 3);
    for (int i = 0; i < number; i++) {
      platforms.add("Platform " + random.nextInt(number));
    }
    if (chance(40)) {
      good = false;
      platforms.add(BAD_NAMES.get(random.nextInt(BAD_NAMES.size())));
    }
    return platforms;
  }

  private List<String> names(int most) {
    List<String> names = new ArrayList<>();
    int number = random.nextInt(most + 1);
    for (int i = 0; i < number; i++) {
      names.add(some(NAMES, BAD_NAMES));
    }
    return names;
  }

  private ChannelTarget channel() {
    Kind kind = any(Kind.values());
    String target =
        switch (kind) {
          case WEBHOOK ->
              some(List.of("https://a.example/b"), List.of("", "ftp://a.example", "a@b.example"));
          case EMAIL -> some(List.of("a@b.example"), List.of("", "a", "a@b@c", "a\n@b.example"));
          case SLACK, FEED, JSON_LINES -> some(List.of(""), List.of("https://a.example/b", " "));
        };
    Optional<String> secret =
        switch (kind) {
          case WEBHOOK, SLACK ->
              some(
                  List.of(Optional.of("a.b-c_1")),
                  List.of(Optional.empty(), Optional.of(""), Optional.of("a/b")));
          case EMAIL, FEED, JSON_LINES ->
              some(List.of(Optional.empty()), List.of(Optional.of("a")));
        };
    return new ChannelTarget(kind, target, secret);
  }

  private long seconds() {
    return some(
        List.of(0L, -1L, -YEAR, -NOW.getEpochSecond()),
        List.of(1L, YEAR, -NOW.getEpochSecond() - 1));
  }

  /** Mostly one of the good values; otherwise a bad one, and then the request is one. */
  private <T> T some(List<T> fine, List<T> bad) {
    if (chance(40)) {
      good = false;
      return bad.get(random.nextInt(bad.size()));
    }
    return fine.get(random.nextInt(fine.size()));
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }
}
