package io.clausestream.core.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.severity.Severity;
import io.clausestream.core.subscription.ChannelTarget.Kind;
import io.clausestream.core.subscription.SubscriptionAdmission.Decision;
import io.clausestream.core.subscription.SubscriptionRefusal.Reason;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionAdmissionTest {

  private static final Instant NOW = Instant.parse("2026-03-02T06:00:00Z");
  private static final SubscriptionAdmission ADMISSION = new SubscriptionAdmission(Plans.shipped());

  @Test
  void termsAreAdmittedAsTheyWereAskedFor() {
    Decision decision =
        decide(
            terms -> {
              terms.plan = "monitor";
              terms.platforms = List.of("Marrowby", "Quillstead", "Marrowby");
              terms.categories = List.of("arbitration");
              terms.timeZone = "Europe/Berlin";
              terms.digestDay = "FRIDAY";
              terms.digestHour = 17;
            });

    Subscription admitted = decision.admitted().orElseThrow();
    assertThat(decision.refusal()).isEmpty();
    assertThat(admitted.subscriberId()).isEqualTo("ada");
    assertThat(admitted.alerts()).isTrue();
    assertThat(admitted.validFrom()).isEqualTo(NOW);
    assertThat(admitted.terms().interest().platforms())
        .containsExactlyInAnyOrder("Marrowby", "Quillstead");
    assertThat(admitted.terms().interest().minimumSeverity()).isEqualTo(Severity.LOW);
    assertThat(admitted.terms().digest())
        .isEqualTo(new DigestTime(true, ZoneId.of("Europe/Berlin"), DayOfWeek.FRIDAY, 17));
  }

  @Test
  void thePlanFreeHasNoAlerts() {
    assertThat(decide(terms -> terms.plan = "free").admitted().orElseThrow().alerts()).isFalse();
  }

  @Test
  void the26thPlatformOfMonitorIsRefusedWithNumbersAndRemedy() {
    assertThat(decide(terms -> terms.with("monitor", platforms(25))).admitted()).isPresent();
    assertThat(refused(terms -> terms.with("monitor", platforms(26))))
        .isEqualTo(
            new SubscriptionRefusal(
                Reason.PLATFORM_LIMIT,
                "Plan 'monitor' watches up to 25 platforms, but 26 are asked for; leave out 1, or"
                    + " choose a plan with more."));
  }

  @Test
  void whatNobodyIsToldNeedsNoPlan() {
    for (Terms.State state : List.of(Terms.State.PAUSED, Terms.State.CANCELLED)) {
      Decision decision =
          decide(
              terms -> {
                terms.with("gone", platforms(26));
                terms.state = state;
              });

      assertThat(decision.admitted()).isPresent();
      assertThat(decision.admitted().orElseThrow().alerts()).isFalse();
    }
  }

  @Test
  void aPlanWithoutALimitHasAListOfManyOrAll() {
    assertThat(decide(terms -> terms.with("compliance", platforms(5_000))).admitted()).isPresent();
    assertThat(decide(terms -> terms.with("own", List.of("*"))).admitted()).isPresent();
    assertThat(reason(terms -> terms.with("own", platforms(5_001))))
        .isEqualTo(Reason.LIST_TOO_LONG);
    assertThat(reason(terms -> terms.with("own", List.of("*", "Marrowby"))))
        .isEqualTo(Reason.ALL_PLATFORMS);
    assertThat(reason(terms -> terms.with("monitor", List.of("*"))))
        .isEqualTo(Reason.ALL_PLATFORMS);
    assertThat(reason(terms -> terms.with("own", List.of()))).isEqualTo(Reason.NO_PLATFORM);
  }

  @Test
  void provisionsAreChosenInPlansThatHaveThatAlone() {
    assertThat(reason(terms -> terms.provisionLevel = true)).isEqualTo(Reason.PROVISION_FILTERS);
    assertThat(reason(terms -> terms.provisionIds = List.of("p1")))
        .isEqualTo(Reason.PROVISION_FILTERS);
    assertThat(
            decide(
                    terms -> {
                      terms.plan = "compliance";
                      terms.provisionLevel = true;
                      terms.provisionIds = List.of("p1");
                    })
                .admitted())
        .isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "WEBHOOK,https://hooks.example/a?b=c,key-1",
        "WEBHOOK,https://hooks.example:8443/,a",
        "EMAIL,ada.l+x@mail.example,-",
        "EMAIL,ada@localhost,-",
        "EMAIL,aerzte@büro.example,-",
        "SLACK,'',team.slack_1",
        "FEED,'',-",
        "JSON_LINES,'',-",
      })
  void channelsThatCanWorkAreAdmitted(Kind kind, String target, String secret) {
    assertThat(channel(kind, target, secret).admitted()).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "CHANNEL_TARGET,WEBHOOK,http://hooks.example/,key",
        "CHANNEL_TARGET,WEBHOOK,'',key",
        "CHANNEL_TARGET,WEBHOOK,https:///path,key",
        "CHANNEL_TARGET,WEBHOOK,https://user:pw@hooks.example/,key",
        "CHANNEL_TARGET,WEBHOOK,https://hooks.example/#x,key",
        "CHANNEL_TARGET,WEBHOOK,https://hooks.example/a b,key",
        "CHANNEL_TARGET,WEBHOOK,https://hooks.example:99999/,key",
        "CHANNEL_TARGET,EMAIL,ada,-",
        "CHANNEL_TARGET,EMAIL,ärzte@b.example,-",
        "CHANNEL_TARGET,EMAIL,ada@b@c.example,-",
        "CHANNEL_TARGET,EMAIL,@b.example,-",
        "CHANNEL_TARGET,EMAIL,ada@,-",
        "CHANNEL_TARGET,EMAIL,ada@b..example,-",
        "CHANNEL_TARGET,EMAIL,'a@b.example,c',-",
        "CHANNEL_TARGET,EMAIL,Ada <ada@b.example>,-",
        "CHANNEL_TARGET,SLACK,https://hooks.example/,key",
        "CHANNEL_TARGET,FEED,/etc/passwd,-",
        "CHANNEL_TARGET,JSON_LINES,../x,-",
        "CHANNEL_SECRET,WEBHOOK,https://hooks.example/,-",
        "CHANNEL_SECRET,WEBHOOK,https://hooks.example/,../key",
        "CHANNEL_SECRET,WEBHOOK,https://hooks.example/,key.owner",
        "CHANNEL_SECRET,SLACK,'',https://hooks.example/T/B/x",
        "CHANNEL_SECRET,EMAIL,ada@b.example,key",
        "CHANNEL_SECRET,FEED,'',key",
      })
  void channelsThatCannotWorkAreRefusedAndNotRepeated(
      Reason reason, Kind kind, String target, String secret) {
    SubscriptionRefusal refusal = channel(kind, target, secret).refusal().orElseThrow();

    assertThat(refusal.reason()).isEqualTo(reason);
    assertThat(refusal.detail()).contains("hannel 1 (");
    if (target.length() > 5) {
      assertThat(refusal.detail()).doesNotContain(target);
    }
  }

  @Test
  void aMailAddressEndsNoHeader() {
    assertThat(
            channel(Kind.EMAIL, "ada@b.example\r\nBcc: c@d.example", null)
                .refusal()
                .orElseThrow()
                .reason())
        .isEqualTo(Reason.CHANNEL_TARGET);
  }

  @Test
  void aPlanTellsOnItsOwnChannelsAlone() {
    ChannelTarget slack = new ChannelTarget(Kind.SLACK, "", Optional.of("key"));

    assertThat(
            reason(
                terms -> {
                  terms.plan = "free";
                  terms.channels = List.of(slack);
                }))
        .isEqualTo(Reason.CHANNEL_KIND);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\nb", "a\u0000", "\u2028", "\ud800"})
  void whatIsNoNameIsRefused(String name) {
    assertThat(reason(terms -> terms.platforms = List.of(name))).isEqualTo(Reason.NAME);
    assertThat(reason(terms -> terms.documentTypes = List.of(name))).isEqualTo(Reason.NAME);
    assertThat(reason(terms -> terms.mutes = List.of(new Mute(name, Optional.empty()))))
        .isEqualTo(Reason.NAME);
    assertThat(reason(terms -> terms.mutes = List.of(new Mute("d", Optional.of(name)))))
        .isEqualTo(Reason.NAME);
    assertThat(reason(terms -> terms.subscriberId = name)).isEqualTo(Reason.SUBSCRIBER_ID);
    assertThat(reason(terms -> terms.plan = name)).isEqualTo(Reason.UNKNOWN_PLAN);
  }

  @Test
  void aNameIsBoundedAndShownShort() {
    SubscriptionRefusal refusal = refused(terms -> terms.platforms = List.of("ä".repeat(201)));

    assertThat(refusal.reason()).isEqualTo(Reason.NAME);
    assertThat(refusal.detail()).hasSizeLessThan(200).contains("ää…'");
    assertThat(decide(terms -> terms.platforms = List.of("ä".repeat(200))).admitted()).isPresent();
  }

  @Test
  void theRestIsCheckedToo() {
    assertThat(reason(terms -> terms.plan = "gold")).isEqualTo(Reason.UNKNOWN_PLAN);
    assertThat(reason(terms -> terms.categories = List.of("liablty")))
        .isEqualTo(Reason.UNKNOWN_CATEGORY);
    assertThat(reason(terms -> terms.language = "")).isEqualTo(Reason.LANGUAGE);
    assertThat(reason(terms -> terms.language = "de_AT")).isEqualTo(Reason.LANGUAGE);
    assertThat(reason(terms -> terms.timeZone = "+02:00")).isEqualTo(Reason.TIME_ZONE);
    assertThat(reason(terms -> terms.timeZone = "Mars/Olympus")).isEqualTo(Reason.TIME_ZONE);
    assertThat(reason(terms -> terms.digestDay = "monday")).isEqualTo(Reason.DIGEST);
    assertThat(reason(terms -> terms.digestHour = 24)).isEqualTo(Reason.DIGEST);
    assertThat(reason(terms -> terms.digestHour = -1)).isEqualTo(Reason.DIGEST);
    assertThat(
            reason(
                terms -> terms.mutes = Collections.nCopies(1_001, new Mute("d", Optional.empty()))))
        .isEqualTo(Reason.LIST_TOO_LONG);
  }

  @Test
  void aPlanWithoutADigestHasNone() {
    Plans plans = Plans.parse("plans: [{plan: quick, alerts: true}]");
    RequestedTerms wanted = RequestedTerms.of("quick", List.of("Marrowby"));

    assertThat(
            new SubscriptionAdmission(plans)
                .decide(new SubscriptionRequest("ada", wanted, Optional.empty()), NOW)
                .refusal()
                .orElseThrow()
                .reason())
        .isEqualTo(Reason.DIGEST);
  }

  @Test
  void theInstantIsNeitherBeforeTimeNorAhead() {
    assertThat(decide(terms -> terms.validFrom = Instant.EPOCH).admitted()).isPresent();
    assertThat(decide(terms -> terms.validFrom = NOW).admitted().orElseThrow().validFrom())
        .isEqualTo(NOW);
    assertThat(reason(terms -> terms.validFrom = NOW.plusMillis(1))).isEqualTo(Reason.VALID_FROM);
    assertThat(reason(terms -> terms.validFrom = Instant.EPOCH.minusMillis(1)))
        .isEqualTo(Reason.VALID_FROM);
  }

  private static List<String> platforms(int number) {
    return new ArrayList<>(IntStream.range(0, number).mapToObj(i -> "Platform " + i).toList());
  }

  private static Decision channel(Kind kind, String target, String secret) {
    return decide(
        terms -> {
          terms.plan = "own";
          terms.channels = List.of(new ChannelTarget(kind, target, Optional.ofNullable(secret)));
        });
  }

  private static Reason reason(Consumer<TermsBuilder> change) {
    return refused(change).reason();
  }

  private static SubscriptionRefusal refused(Consumer<TermsBuilder> change) {
    Decision decision = decide(change);
    assertThat(decision.admitted()).isEmpty();
    return decision.refusal().orElseThrow();
  }

  private static Decision decide(Consumer<TermsBuilder> change) {
    TermsBuilder terms = new TermsBuilder();
    change.accept(terms);
    return ADMISSION.decide(terms.build(), NOW);
  }
}
