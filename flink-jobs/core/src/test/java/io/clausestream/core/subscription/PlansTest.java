package io.clausestream.core.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clausestream.core.subscription.ChannelTarget.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlansTest {

  @Test
  void theShippedPlansAreWhatWasPromised() {
    Plans plans = Plans.shipped();

    assertThat(plans.all())
        .extracting(Plan::id)
        .containsExactly("free", "monitor", "compliance", "own");
    assertThat(plans.find("free").orElseThrow())
        .satisfies(
            plan -> {
              assertThat(plan.platforms()).hasValue(1);
              assertThat(plan.alerts()).isFalse();
              assertThat(plan.digest()).isTrue();
              assertThat(plan.provisionFilters()).isFalse();
            });
    assertThat(plans.find("monitor").orElseThrow())
        .satisfies(
            plan -> {
              assertThat(plan.platforms()).hasValue(25);
              assertThat(plan.alerts()).isTrue();
              assertThat(plan.digest()).isTrue();
              assertThat(plan.provisionFilters()).isFalse();
            });
    assertThat(plans.find("compliance").orElseThrow())
        .satisfies(
            plan -> {
              assertThat(plan.platforms()).isEmpty();
              assertThat(plan.alerts()).isTrue();
              assertThat(plan.provisionFilters()).isTrue();
            });
    assertThat(plans.find("own").orElseThrow().channels()).containsExactlyInAnyOrder(Kind.values());
    assertThat(plans.find("gold")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: 1                                                        | 'plans'",
        "plans: []                                                   | names no plan",
        "plans: [{alerts: true}]                                     | no 'plan'",
        "plans: [{plan: a}]                                          | tells nothing",
        "plans: [{plan: a, alerts: true, platforms: 0}]              | 1 or more",
        "plans: [{plan: a, alerts: true, platforms: many}]           | a whole number",
        "plans: [{plan: a, alerts: maybe}]                           | true or false",
        "plans: [{plan: a, alerts: true, channels: [pigeon]}]        | use webhook, email",
        "plans: [{plan: a, alerts: true, channel: [email]}]          | key 'channel'",
        "plans: [{plan: a, alerts: true}, {plan: a, digest: true}]   | twice",
        "'['                                                         | not YAML",
      })
  void aWrongFileNamesThePlanAndTheFault(String yaml, String message) {
    assertThatThrownBy(() -> Plans.parse(yaml))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
