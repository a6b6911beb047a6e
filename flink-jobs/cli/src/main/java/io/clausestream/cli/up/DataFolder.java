package io.clausestream.cli.up;

import io.clausestream.cli.UserMistake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder that holds all that an engine keeps, locked while it runs. The lock goes with the
 * process, however that ends.
 */
public final class DataFolder implements AutoCloseable {

  private static final String DEFAULT_SUBSCRIPTIONS =
      """
      # Who is told of what. An entry is asked for when the engine starts, once and again when it
      # is changed here; 'clausestream subscriptions list' tells what is in force.
      subscriptions:
        - subscriber: compliance-desk
          # free, monitor, compliance or own: subscriptions.md in the docs tells what they have.
          plan: own
          # Names of platforms, or '*' for all.
          platforms: ['*']
          # Category ids, for example data-collection; leave it out for all.
          # categories: []
          # low, medium or high.
          minimumSeverity: low
          # Where it is told beside the topics; channels.md in the docs tells of the others.
          channels:
            - {kind: feed}
            - {kind: json-lines}
          # Changes detected from then on; leave it out for: from now on.
          validFrom: 1970-01-01T00:00:00Z
      """;

  private final Path root;
  private final FileChannel lock;

  private DataFolder(Path root, FileChannel lock) {
    this.root = root;
    this.lock = lock;
  }

  /**
   * Opens the folder, made when it is not there.
   *
   * @throws UserMistake when it cannot be written, or an engine runs on it
   */
  public static DataFolder open(Path folder) {
    Path root = folder.toAbsolutePath().normalize();
    FileChannel channel = lockFile(root);
    if (!locks(channel)) {
      close(channel);
      throw new UserMistake(
          "An engine runs on the data folder '"
              + root
              + "' already: stop it, or choose another folder with --data-dir.");
    }
    return new DataFolder(root, channel);
  }

  /** The folder. */
  public Path root() {
    return root;
  }

  /** Where the broker keeps its records. */
  public Path broker() {
    return root.resolve("kafka");
  }

  /** Where the checkpoints are. */
  public Path checkpoints() {
    return checkpoints(root);
  }

  /** Where the checkpoints of a folder are. */
  static Path checkpoints(Path root) {
    return root.resolve("checkpoints");
  }

  /** The log of this process. */
  public Path log() {
    return root.resolve("clausestream.log");
  }

  /** The sample history, written there to be read. */
  Path sample() {
    return root.resolve("sample-history");
  }

  /** Files that matter only while the engine runs; emptied at each start. */
  Path scratch() throws IOException {
    Path scratch = root.resolve("tmp");
    if (Files.exists(scratch)) {
      try (Stream<Path> old = Files.walk(scratch)) {
        for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    return Files.createDirectories(scratch);
  }

  /** The file of subscriptions, written with a default when there is none. */
  public Path subscriptions() throws IOException {
    Path file = subscriptions(root);
    if (!Files.exists(file)) {
      replace(file, DEFAULT_SUBSCRIPTIONS);
    }
    return file;
  }

  /** Where the Atom feeds of subscribers are. */
  Path feeds() {
    return root.resolve("feeds");
  }

  /** Where the files of JSON lines of subscribers are. */
  Path lines() {
    return root.resolve("deliveries").resolve("lines");
  }

  /** Secrets, a file each. */
  Path secrets() {
    return root.resolve("secrets");
  }

  /** Where the file of subscriptions of a folder is. */
  static Path subscriptions(Path root) {
    return root.resolve("subscriptions.yaml");
  }

  /** The entries of it that were admitted: a hash of each, by subscriber. */
  Map<String, String> admittedEntries() throws IOException {
    Map<String, String> entries = new LinkedHashMap<>();
    if (Files.exists(entriesMarker())) {
      for (String line : Files.readAllLines(entriesMarker())) {
        String[] parts = line.split(" ", 2);
        entries.put(parts[1], parts[0]);
      }
    }
    return entries;
  }

  /** Remembers that an entry was admitted in this form. */
  void keepAdmittedEntry(String subscriberId, String hash) throws IOException {
    Map<String, String> entries = admittedEntries();
    entries.put(subscriberId, hash);
    replace(
        entriesMarker(),
        entries.entrySet().stream()
            .map(entry -> entry.getValue() + " " + entry.getKey() + System.lineSeparator())
            .collect(Collectors.joining()));
  }

  private Path entriesMarker() {
    return root.resolve("subscriptions.state");
  }

  /** Whether the question of the sample history is settled for this folder. */
  public boolean isSampleSettled() {
    return Files.exists(sampleMarker());
  }

  /** Settles it, with how. */
  public void settleSample(String how) throws IOException {
    replace(sampleMarker(), how + System.lineSeparator());
  }

  @Override
  public void close() {
    close(lock);
  }

  private Path sampleMarker() {
    return root.resolve("sample.state");
  }

  /** Writes a file whole or not at all. */
  private static void replace(Path file, String content) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(draft, content);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static FileChannel lockFile(Path root) {
    try {
      Files.createDirectories(root);
      return FileChannel.open(
          root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new UserMistake(
          "The data folder '"
              + root
              + "' cannot be written ("
              + e.getClass().getSimpleName()
              + "): choose a folder that you may write with --data-dir.",
          e);
    }
  }

  private static boolean locks(FileChannel channel) {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void close(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
