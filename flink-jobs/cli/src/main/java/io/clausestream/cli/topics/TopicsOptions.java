package io.clausestream.cli.topics;

import io.clausestream.cli.broker.BrokerOptions;
import io.clausestream.cli.console.FormatOptions;
import picocli.CommandLine.Mixin;

/** What the commands on topics have in common. */
final class TopicsOptions {

  @Mixin private BrokerOptions broker;

  @Mixin private FormatOptions format;

  BrokerOptions broker() {
    return broker;
  }

  boolean json() {
    return format.json();
  }
}
