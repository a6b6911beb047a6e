package io.clausestream.connector.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Properties;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one broker, locked while it is open: formatted the first time, kept later. The lock
 * goes with the process, however it ends.
 */
final class BrokerFolder implements AutoCloseable {

  private final Path folder;
  private final FileChannel lock;

  private BrokerFolder(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  static BrokerFolder open(Path folder) {
    FileChannel channel = openLockFile(folder);
    if (!locks(channel)) {
      closeQuietly(channel);
      throw new BrokerStartException(
          "Folder "
              + folder
              + " is in use by another broker: stop that one or choose another folder.",
          null);
    }
    return new BrokerFolder(folder, channel);
  }

  /** Where the broker keeps everything. */
  Path log() {
    return folder.resolve("log");
  }

  /** Formats the log on first use, and answers the cluster's id, which stays the same. */
  String formatted(int nodeId, String controllerListener) {
    @Nullable String known = clusterId();
    if (known != null) {
      return known;
    }
    String clusterId = Uuid.randomUuid().toString();
    try {
      new Formatter()
          .setClusterId(clusterId)
          .setNodeId(nodeId)
          .addDirectory(log().toString())
          .setMetadataLogDirectory(log().toString())
          .setControllerListenerName(controllerListener)
          .setIgnoreFormatted(true)
          .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
          .run();
    } catch (Exception e) {
      throw new BrokerStartException(
          "Cannot format folder " + folder + " for the broker: " + e.getMessage(), e);
    }
    return clusterId;
  }

  @Override
  public void close() {
    closeQuietly(lock);
  }

  private @Nullable String clusterId() {
    Path meta = log().resolve("meta.properties");
    if (!Files.exists(meta)) {
      return null;
    }
    Properties properties = new Properties();
    try (InputStream in = Files.newInputStream(meta)) {
      properties.load(in);
    } catch (IOException e) {
      throw notUsable(folder, e);
    }
    return properties.getProperty("cluster.id");
  }

  private static FileChannel openLockFile(Path folder) {
    try {
      Files.createDirectories(folder);
      return FileChannel.open(
          folder.resolve("broker.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw notUsable(folder, e);
    }
  }

  private static boolean locks(FileChannel channel) {
    try {
      @Nullable FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (IOException e) {
      throw new BrokerStartException("Cannot lock the broker's folder: " + e.getMessage(), e);
    }
  }

  private static BrokerStartException notUsable(Path folder, IOException e) {
    return new BrokerStartException(
        "Folder "
            + folder
            + " cannot be written ("
            + e.getClass().getSimpleName()
            + "): choose a folder that this user may write.",
        e);
  }

  private static void closeQuietly(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new BrokerStartException("Cannot release the broker's folder: " + e.getMessage(), e);
    }
  }
}
