package io.clausestream.connector.delivery.feed;

import com.rometools.rome.feed.atom.Entry;
import io.clausestream.connector.delivery.Channel;
import io.clausestream.connector.delivery.Message;
import io.clausestream.connector.delivery.Recipient;
import io.clausestream.connector.delivery.SendResult;
import io.clausestream.connector.delivery.file.FileWriting;
import io.clausestream.connector.delivery.text.SafeText;
import io.clausestream.schema.ChannelKind;
import io.clausestream.schema.SubscriptionChannel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Writes each message into the feed of its subscriber, and an alert also into that of subscriber
 * and platform. Writing it twice changes nothing. Threads and processes may share the folder.
 */
public final class FeedChannel implements Channel {

  private final Path folder;
  private final int mostEntries;

  /**
   * The channel.
   *
   * @param folder of all feeds; made when it is not there
   * @param mostEntries the newest so many stay in a feed
   */
  public FeedChannel(Path folder, int mostEntries) {
    this.folder = folder;
    this.mostEntries = mostEntries;
  }

  @Override
  public ChannelKind kind() {
    return ChannelKind.FEED;
  }

  @Override
  public String circuit(SubscriptionChannel channel) {
    return "feed";
  }

  @Override
  public SendResult send(Message message, Recipient recipient, SubscriptionChannel channel)
      throws InterruptedException {
    Path home = folder.resolve(FeedPaths.folder(message.subscriberId()));
    Entry entry = FeedEntries.of(message, recipient);
    return FileWriting.into(
        home,
        () -> {
          feed(home, Optional.empty()).put(entry);
          Optional<String> platform = platform(message);
          if (platform.isPresent()) {
            feed(home, platform).put(entry);
          }
        });
  }

  private static Optional<String> platform(Message message) {
    return message instanceof Message.OfAlert alert
        ? Optional.of(alert.alert().getChange().getPlatform())
        : Optional.empty();
  }

  private AtomFile feed(Path home, Optional<String> platform) {
    String name = FeedPaths.name(platform);
    String title = platform.map(text -> "Clausestream: " + text).orElse("Clausestream");
    return new AtomFile(
        home.resolve(name + ".atom"),
        "urn:clausestream:feed:" + home.getFileName() + ":" + name,
        SafeText.line(title),
        mostEntries);
  }

  /** Deletes the feeds of a subscriber. */
  public void forget(String subscriberId) throws IOException {
    FileWriting.delete(folder.resolve(FeedPaths.folder(subscriberId)));
  }

  @Override
  public void close() {
    // No file is held open.
  }
}
