package io.clausestream.connector.delivery;

import io.clausestream.connector.delivery.address.AddressGuard;
import io.clausestream.connector.delivery.address.AllowedTargets;
import io.clausestream.connector.delivery.feed.FeedChannel;
import io.clausestream.connector.delivery.http.Poster;
import io.clausestream.connector.delivery.lines.LinesChannel;
import io.clausestream.connector.delivery.mail.MailChannel;
import io.clausestream.connector.delivery.slack.SlackChannel;
import io.clausestream.connector.delivery.webhook.WebhookChannel;
import io.clausestream.schema.ChannelKind;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The channels of a program, which share one HTTP client. Threads may share it; close it. */
public final class Channels implements AutoCloseable {

  private final Map<ChannelKind, Channel> channels = new EnumMap<>(ChannelKind.class);
  private final Poster poster;
  private final Optional<FeedChannel> feeds;
  private final Optional<LinesChannel> lines;

  private Channels(ChannelSettings settings, Secrets secrets, Clock clock) {
    AddressGuard guard =
        new AddressGuard(AllowedTargets.of(settings.allowedTargets()), InetAddress::getAllByName);
    Optional<MailChannel> mail =
        settings
            .mail()
            .map(server -> new MailChannel(server, guard, secrets, settings.callLimit(), clock));
    poster = new Poster(guard, settings.callLimit(), settings.userAgent(), clock);
    feeds =
        settings.feedFolder().map(folder -> new FeedChannel(folder, settings.mostFeedEntries()));
    lines = settings.linesFolder().map(LinesChannel::new);
    add(new WebhookChannel(poster, secrets, settings.mostWebhookBytes(), clock));
    add(new SlackChannel(poster, secrets));
    mail.ifPresent(this::add);
    feeds.ifPresent(this::add);
    lines.ifPresent(this::add);
  }

  /**
   * Opens the channels that the settings tell of; webhooks and Slack are always there.
   *
   * @param settings what they need
   * @param secrets keys, passwords and URLs, read at each message
   * @param clock the time of day
   * @throws IllegalArgumentException when the settings are wrong, naming what
   */
  public static Channels open(ChannelSettings settings, Secrets secrets, Clock clock) {
    return new Channels(settings, secrets, clock);
  }

  private void add(Channel channel) {
    channels.put(channel.kind(), channel);
  }

  /** The channel of a kind; empty when it is not set up. */
  public Optional<Channel> of(ChannelKind kind) {
    return Optional.ofNullable(channels.get(kind));
  }

  /** Deletes the files that were written for a subscriber: feeds and lines. */
  public void forget(String subscriberId) throws IOException {
    if (feeds.isPresent()) {
      feeds.get().forget(subscriberId);
    }
    if (lines.isPresent()) {
      lines.get().forget(subscriberId);
    }
  }

  @Override
  public void close() {
    channels.values().forEach(Channel::close);
    poster.close();
  }
}
