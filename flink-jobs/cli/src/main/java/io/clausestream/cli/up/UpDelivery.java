package io.clausestream.cli.up;

import io.clausestream.cli.console.PlainText;
import io.clausestream.cli.console.Terminal;
import io.clausestream.cli.deliver.Deliverer;
import io.clausestream.cli.deliver.DeliverySetup;
import io.clausestream.cli.subscription.SubscribeCommand;
import io.clausestream.connector.delivery.Secret;
import io.clausestream.connector.delivery.engine.DeliveryMetrics;
import io.clausestream.connector.delivery.feed.FeedPaths;
import io.clausestream.connector.delivery.lines.LinesChannel;
import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.core.subscription.ChannelTarget;
import io.clausestream.core.subscription.SubscriptionRequest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Delivery beside the engine. What fails in it is a line on the console and leaves the engine
 * alone. One thread.
 */
final class UpDelivery implements AutoCloseable {

  private final DataFolder folder;
  private final Terminal terminal;
  private @Nullable Deliverer deliverer;

  UpDelivery(DataFolder folder, Terminal terminal) {
    this.folder = folder;
    this.terminal = terminal;
  }

  /** Starts it. */
  void start(KafkaConnection connection, DeliverySetup setup, DeliveryMetrics metrics) {
    try {
      FeedSecret.ensure(folder.secrets());
      deliverer = Deliverer.start(connection, setup, metrics);
      places(setup);
    } catch (RuntimeException | IOException e) {
      say("Nothing is delivered: " + e.getMessage());
    }
  }

  /** Where the files of the first entries of the file of subscriptions are. */
  private void places(DeliverySetup setup) throws IOException {
    List<SubscriptionRequest> entries = SubscribeCommand.read(folder.subscriptions());
    Optional<Secret> secret = setup.secrets().find(FeedSecret.NAME);
    Optional<InetSocketAddress> address =
        Optional.ofNullable(deliverer).flatMap(Deliverer::feedAddress);
    if (secret.isPresent() && address.isPresent()) {
      first(entries, ChannelTarget.Kind.FEED)
          .map(id -> FeedPaths.path(secret.get(), id, Optional.empty()))
          .ifPresent(path -> place("feed", "http://127.0.0.1:" + address.get().getPort() + path));
    }
    first(entries, ChannelTarget.Kind.JSON_LINES)
        .map(id -> new LinesChannel(folder.lines()).file(id).toString())
        .ifPresent(file -> place("lines", file));
  }

  private static Optional<String> first(
      List<SubscriptionRequest> entries, ChannelTarget.Kind kind) {
    return entries.stream()
        .filter(entry -> entry.terms().channels().stream().anyMatch(c -> c.kind() == kind))
        .map(SubscriptionRequest::subscriberId)
        .findFirst();
  }

  /** Tells, once, when it has ended by itself. */
  void check() {
    if (deliverer == null) {
      return;
    }
    Optional<RuntimeException> failure = deliverer.failure();
    if (failure.isPresent()) {
      say(
          "Delivery ended: %s Start again to go on; see '%s'."
              .formatted(failure.get().getMessage(), folder.log()));
      close();
    }
  }

  private void place(String what, String where) {
    say("  %-10s %s".formatted(what, where));
  }

  private void say(String line) {
    terminal.out().println(PlainText.safe(line));
    terminal.out().flush();
  }

  @Override
  public void close() {
    if (deliverer != null) {
      deliverer.close();
      deliverer = null;
    }
  }
}
