package io.clausestream.cli.subscription;

import io.clausestream.cli.ExitCode;
import io.clausestream.cli.UserMistake;
import io.clausestream.cli.console.Terminal;
import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.schema.Subscription;
import io.clausestream.schema.SubscriptionState;
import io.clausestream.schema.SubscriptionTerms;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Changes the terms in force and asks for them whole, from now on. */
abstract class TermsChange implements Callable<Integer> {

  @Parameters(paramLabel = "SUBSCRIBER", description = "Id of the subscriber.")
  private String subscriber;

  @Mixin private AskOptions ask;
  @Spec private CommandSpec spec;

  /**
   * The terms to ask for; empty when those in force are so already.
   *
   * @throws UserMistake when the change makes no sense
   */
  abstract Optional<SubscriptionTerms> change(SubscriptionTerms terms);

  @Override
  public final Integer call() {
    KafkaConnection connection = ask.connect();
    Terminal terminal = Terminal.of(spec);
    Subscription inForce = AdmittedSubscriptions.of(connection, subscriber);
    Optional<SubscriptionTerms> changed = change(inForce.getTerms());
    if (changed.isEmpty()) {
      terminal
          .out()
          .println(
              ask.json()
                  ? SubscriptionJson.of(inForce)
                  : "The subscription of '" + subscriber + "' is so already.");
      terminal.out().flush();
      return ExitCode.OK;
    }
    return ask.ask(
        terminal,
        connection,
        List.of(SubscriptionRequests.of(subscriber, changed.get(), null, ask.now(), ask.by())));
  }

  /** The terms in another state. */
  final Optional<SubscriptionTerms> to(SubscriptionState state, SubscriptionTerms terms) {
    checkNotCancelled(terms, state);
    return terms.getState() == state
        ? Optional.empty()
        : Optional.of(SubscriptionTerms.newBuilder(terms).setState(state).build());
  }

  private void checkNotCancelled(SubscriptionTerms terms, SubscriptionState wanted) {
    if (terms.getState() == SubscriptionState.CANCELLED && wanted != SubscriptionState.CANCELLED) {
      throw new UserMistake(
          "The subscription of '"
              + subscriber
              + "' was cancelled: ask for a new one with 'clausestream subscribe'.");
    }
  }
}
