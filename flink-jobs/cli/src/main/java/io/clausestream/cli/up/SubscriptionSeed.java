package io.clausestream.cli.up;

import io.clausestream.cli.broker.Answers;
import io.clausestream.cli.broker.RequestSender;
import io.clausestream.cli.console.PlainText;
import io.clausestream.cli.console.Terminal;
import io.clausestream.cli.subscription.SubscribeCommand;
import io.clausestream.cli.subscription.SubscriptionRequests;
import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.core.page.Sha256;
import io.clausestream.core.subscription.SubscriptionRequest;
import io.clausestream.schema.Refusal;
import io.clausestream.schema.Subscription;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the entries of the folder's file of subscriptions that were not admitted in this form
 * before, and tells the answers. What a command changed since is left as it is. One thread.
 */
final class SubscriptionSeed implements AutoCloseable {

  /** A job that begins takes a while; after this long the rest goes on without the answers. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final DataFolder folder;
  private final KafkaConnection broker;
  private final Terminal terminal;
  private final InstantSource clock;
  private final Map<String, SubscriptionRequest> open = new LinkedHashMap<>();
  private @Nullable Answers<Subscription> answers;
  private Instant giveUp;

  SubscriptionSeed(
      DataFolder folder, KafkaConnection broker, Terminal terminal, InstantSource clock) {
    this.folder = folder;
    this.broker = broker;
    this.terminal = terminal;
    this.clock = clock;
    this.giveUp = clock.instant();
  }

  /** Asks for what is new. */
  void begin() throws IOException {
    Map<String, String> admitted = folder.admittedEntries();
    List<SubscriptionRequest> fresh =
        SubscribeCommand.read(folder.subscriptions()).stream()
            .filter(request -> !hash(request).equals(admitted.get(request.subscriberId())))
            .toList();
    if (fresh.isEmpty()) {
      return;
    }
    answers =
        new Answers<>(
            broker, TopicCatalogue.SUBSCRIPTIONS, Subscription.class, Subscription::getRequestId);
    List<io.clausestream.schema.SubscriptionRequest> requests =
        fresh.stream()
            .map(request -> SubscriptionRequests.of(request, clock.instant(), "subscriptions.yaml"))
            .toList();
    for (int i = 0; i < fresh.size(); i++) {
      open.put(requests.get(i).getRequestId(), fresh.get(i));
    }
    RequestSender.send(broker, requests.stream().map(SubscriptionRequests::record).toList());
    giveUp = clock.instant().plus(PATIENCE);
  }

  /** Reads answers; whether all are there, or the time for them is up. */
  boolean isSettled() throws IOException {
    if (answers == null) {
      return true;
    }
    answers.poll();
    for (String requestId : List.copyOf(open.keySet())) {
      Optional<Answers.Answer<Subscription>> answer = answers.find(requestId);
      if (answer.isPresent()) {
        tell(answer.get(), open.remove(requestId));
      }
    }
    if (!open.isEmpty() && clock.instant().isBefore(giveUp)) {
      return false;
    }
    open.values().forEach(this::silence);
    terminal.out().println();
    terminal.out().flush();
    close();
    return true;
  }

  private void tell(Answers.Answer<Subscription> answer, SubscriptionRequest request)
      throws IOException {
    if (answer.refusal().isPresent()) {
      Refusal refusal = answer.refusal().get();
      say(
          "Refused the subscription of '%s' (%s): %s"
              .formatted(request.subscriberId(), refusal.getReason(), refusal.getDetail()));
      return;
    }
    folder.keepAdmittedEntry(request.subscriberId(), hash(request));
    say("Admitted the subscription of '%s'.".formatted(request.subscriberId()));
  }

  private void silence(SubscriptionRequest request) {
    say(
        "No answer yet on the subscription of '%s'; 'clausestream subscriptions list' tells later."
            .formatted(request.subscriberId()));
  }

  private void say(String line) {
    terminal.out().println(PlainText.safe(line));
    terminal.out().flush();
  }

  private static String hash(SubscriptionRequest request) {
    return Sha256.hex(request.toString());
  }

  @Override
  public void close() {
    if (answers != null) {
      answers.close();
      answers = null;
    }
  }
}
