package io.clausestream.connector.delivery.lines;

import io.clausestream.connector.delivery.Channel;
import io.clausestream.connector.delivery.Hashes;
import io.clausestream.connector.delivery.Message;
import io.clausestream.connector.delivery.Recipient;
import io.clausestream.connector.delivery.SendResult;
import io.clausestream.connector.delivery.SendResult.Failed;
import io.clausestream.connector.delivery.file.FileWriting;
import io.clausestream.connector.delivery.json.MessageJson;
import io.clausestream.schema.ChannelKind;
import io.clausestream.schema.SubscriptionChannel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Appends each message as a line of JSON to the file of its subscriber, on the disk when it
 * returns. Threads and processes may share the folder.
 */
public final class LinesChannel implements Channel {

  /** Name of the file in the folder of a subscriber. */
  public static final String FILE = "messages.jsonl";

  private static final int MOST_BYTES = 16 << 20;

  private final Path folder;

  /**
   * The channel.
   *
   * @param folder of all subscribers; made when it is not there
   */
  public LinesChannel(Path folder) {
    this.folder = folder;
  }

  /** The file of a subscriber, whether it is there or not. */
  public Path file(String subscriberId) {
    return folder.resolve(Hashes.of(subscriberId)).resolve(FILE);
  }

  @Override
  public ChannelKind kind() {
    return ChannelKind.JSON_LINES;
  }

  @Override
  public String circuit(SubscriptionChannel channel) {
    return "lines";
  }

  @Override
  public SendResult send(Message message, Recipient recipient, SubscriptionChannel channel)
      throws InterruptedException {
    Optional<byte[]> line = MessageJson.of(message, MOST_BYTES);
    if (line.isEmpty()) {
      return new Failed("TOO_LARGE", "The message is larger than %d bytes.".formatted(MOST_BYTES));
    }
    Path file = file(message.subscriberId());
    return FileWriting.into(
        folder.resolve(Hashes.of(message.subscriberId())), () -> LineFile.append(file, line.get()));
  }

  /** Deletes what was written for a subscriber. */
  public void forget(String subscriberId) throws IOException {
    FileWriting.delete(folder.resolve(Hashes.of(subscriberId)));
  }

  @Override
  public void close() {
    // No file is held open.
  }
}
