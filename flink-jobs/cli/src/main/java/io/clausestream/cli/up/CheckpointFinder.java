package io.clausestream.cli.up;

import io.clausestream.cli.UserMistake;
import io.clausestream.pipeline.options.KafkaOptions;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the checkpoint to go on from: the newest that is complete, which is one whose metadata can
 * be read to its end and whose files are all there. Folders without metadata are checkpoints that
 * the process did not live to complete.
 */
public final class CheckpointFinder {

  private static final Logger LOG = LoggerFactory.getLogger(CheckpointFinder.class);
  private static final String METADATA = "_metadata";
  private static final String PREFIX = "chk-";

  /** Stands before the name of one that is not to be gone on from. */
  private static final String ASIDE = "aside-";

  private final Path checkpoints;
  private final ClassLoader classes;

  /**
   * A finder.
   *
   * @param checkpoints folder of the checkpoints: job, then {@code chk-N}
   * @param classes knows the classes that stand in metadata
   */
  CheckpointFinder(Path checkpoints, ClassLoader classes) {
    this.checkpoints = checkpoints;
    this.classes = classes;
  }

  /**
   * What was found.
   *
   * @param newest folder of the checkpoint to go on from; empty when none is complete
   * @param broken folders with metadata that are not complete, newest first
   */
  record Found(Optional<Path> newest, List<Path> broken) {

    /** Copies the list. */
    Found {
      broken = List.copyOf(broken);
    }
  }

  /**
   * The checkpoint that an engine goes on from; empty when it begins anew.
   *
   * @param checkpoints folder of the checkpoints
   * @throws UserMistake when there were checkpoints and none is complete
   */
  public static Optional<Path> newest(Path checkpoints) {
    Found found = new CheckpointFinder(checkpoints, CheckpointFinder.class.getClassLoader()).find();
    if (found.newest().isEmpty() && !found.broken().isEmpty()) {
      throw new UserMistake(
          "No checkpoint in '"
              + checkpoints
              + "' is complete, not even '"
              + found.broken().get(0).getFileName()
              + "': restore the data folder from a copy, or begin anew with another --data-dir.");
    }
    return found.newest();
  }

  /**
   * Sets the newest complete checkpoint aside under another name, so that the engine goes on from
   * the one before it, and so does each later start.
   *
   * @param checkpoints folder of the checkpoints
   * @throws UserMistake when there is none to go on from then; nothing is changed
   */
  static void setNewestAside(Path checkpoints) throws IOException {
    List<Path> complete =
        new CheckpointFinder(checkpoints, CheckpointFinder.class.getClassLoader()).complete(2);
    if (complete.size() < 2) {
      throw new UserMistake(
          "There is no complete checkpoint before "
              + complete.stream().map(path -> "'" + path + "'").findFirst().orElse("the newest")
              + ": start without --from-previous. To go on without output that is lost, set "
              + KafkaOptions.LOST_OUTPUT.key()
              + " to accept for one start.");
    }
    Path newest = complete.get(0);
    Files.move(newest, newest.resolveSibling(ASIDE + newest.getFileName()));
  }

  /** The newest complete ones, so many at most, newest first. */
  private List<Path> complete(int most) {
    return candidates().stream().filter(this::isComplete).limit(most).toList();
  }

  /** Looks through the folder. Numbers grow over restores, so the highest is the newest. */
  Found find() {
    List<Path> broken = new ArrayList<>();
    for (Path candidate : candidates()) {
      if (isComplete(candidate)) {
        return new Found(Optional.of(candidate), broken);
      }
      broken.add(candidate);
    }
    return new Found(Optional.empty(), broken);
  }

  private List<Path> candidates() {
    if (!Files.isDirectory(checkpoints)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.find(checkpoints, 2, (path, a) -> a.isDirectory())) {
      return folders
          .filter(path -> number(path) >= 0 && Files.isRegularFile(path.resolve(METADATA)))
          .sorted(
              Comparator.comparingLong(CheckpointFinder::number)
                  .thenComparing(CheckpointFinder::modified)
                  .reversed())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isComplete(Path checkpoint) {
    try (DataInputStream in =
        new DataInputStream(
            new BufferedInputStream(Files.newInputStream(checkpoint.resolve(METADATA))))) {
      CheckpointMetadata metadata =
          Checkpoints.loadCheckpointMetadata(in, classes, checkpoint.toString());
      List<Path> missing =
          CheckpointFiles.of(metadata).stream().filter(file -> !Files.exists(file)).toList();
      if (!missing.isEmpty()) {
        LOG.warn("Checkpoint {} is not complete: {} are missing", checkpoint, missing);
      }
      return missing.isEmpty();
    } catch (IOException | RuntimeException e) {
      LOG.warn("Checkpoint {} cannot be read", checkpoint, e);
      return false;
    }
  }

  /** The number of a checkpoint's folder; negative when it is none. */
  private static long number(Path folder) {
    String name = folder.getFileName().toString();
    try {
      return name.startsWith(PREFIX) ? Long.parseLong(name.substring(PREFIX.length())) : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private static long modified(Path folder) {
    return folder.resolve(METADATA).toFile().lastModified();
  }
}
