package io.clausestream.cli.up;

import io.clausestream.cli.deliver.DeliveryOptions;
import io.clausestream.cli.deliver.DeliverySetup;
import io.clausestream.cli.deliver.FeedPlace;
import io.clausestream.connector.delivery.Secrets;
import io.clausestream.connector.delivery.feed.FeedServer;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of delivery inside {@code up}; its files are in the data folder. */
public final class UpDeliveryOptions {

  private static final String GROUP = "clausestream-delivery";
  private static final String INSTANCE = "up";

  @Option(names = "--no-delivery", description = "Deliver nothing.")
  private boolean off;

  @Option(
      names = "--feed-port",
      paramLabel = "PORT",
      defaultValue = "0",
      description =
          "Port of the Atom feeds on 127.0.0.1; 0: any free one (default: ${DEFAULT-VALUE}).")
  private int feedPort;

  @Mixin private DeliveryOptions delivery;

  /** The port of the feeds; 0: any free one. */
  public int feedPort() {
    return feedPort;
  }

  /**
   * What is set up; empty when nothing is to be delivered.
   *
   * @throws io.clausestream.cli.UserMistake when an option is wrong
   */
  public Optional<DeliverySetup> setup(DataFolder folder, Map<String, String> environment) {
    if (off) {
      return Optional.empty();
    }
    return Optional.of(
        new DeliverySetup(
            delivery.channels().withFeeds(folder.feeds()).withLines(folder.lines()),
            new Secrets(Optional.of(folder.secrets()), environment),
            Optional.of(
                new FeedPlace(folder.feeds(), FeedSecret.NAME, FeedServer.loopback(feedPort))),
            delivery.engine(GROUP, INSTANCE)));
  }
}
