package io.clausestream.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * What a cluster keeps on the disk while it runs. Checkpoints are elsewhere: they outlast it.
 *
 * @param root the folder
 */
public record ClusterFolder(Path root) {

  /** The folder, absolute. */
  public ClusterFolder {
    root = root.toAbsolutePath().normalize();
  }

  /** Makes all folders; what a former cluster knew of its jobs is gone afterwards. */
  void prepare() throws IOException {
    for (Path old : new Path[] {zooKeeper(), ha(), scratch()}) {
      delete(old);
    }
    for (Path made : new Path[] {conf(), logs(), processes(), zooKeeper(), ha(), scratch()}) {
      Files.createDirectories(made);
    }
  }

  /** Flink's settings: what {@code FLINK_CONF_DIR} is for. */
  public Path conf() {
    return root.resolve("conf");
  }

  /** A log of each process. */
  public Path logs() {
    return root.resolve("logs");
  }

  /** The id of each process that was started. */
  Path processes() {
    return root.resolve("processes");
  }

  Path zooKeeper() {
    return root.resolve("zookeeper");
  }

  Path ha() {
    return root.resolve("ha");
  }

  Path scratch() {
    return root.resolve("tmp");
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
