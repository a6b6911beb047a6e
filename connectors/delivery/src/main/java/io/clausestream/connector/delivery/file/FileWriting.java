package io.clausestream.connector.delivery.file;

import io.clausestream.connector.delivery.SendResult;
import io.clausestream.connector.delivery.SendResult.Delivered;
import io.clausestream.connector.delivery.SendResult.Retry;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes to a folder while no other thread or process writes to the same one. */
public final class FileWriting {

  private static final int STRIPES = 64;

  /** Of this process, since a lock of the file system holds between processes only. */
  private static final ReentrantLock[] LOCKS =
      IntStream.range(0, STRIPES).mapToObj(i -> new ReentrantLock()).toArray(ReentrantLock[]::new);

  private static final String LOCK_FILE = ".lock";

  private FileWriting() {}

  /** What is to be written. */
  @FunctionalInterface
  public interface Writing {

    /** Writes. */
    void run() throws IOException;
  }

  /**
   * Writes, and tells what it came to.
   *
   * @param folder made when it is not there
   * @throws InterruptedException when interrupted; whether it was written is not known then
   */
  public static SendResult into(Path folder, Writing writing) throws InterruptedException {
    ReentrantLock lock = lock(folder);
    lock.lockInterruptibly();
    try {
      Files.createDirectories(folder);
      try (FileChannel channel =
              FileChannel.open(
                  folder.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock held = channel.lock()) {
        writing.run();
        return held.isValid() ? new Delivered() : failed();
      }
    } catch (IOException e) {
      if (Thread.interrupted()) {
        // Channels of files close themselves then, and say so by an IOException.
        throw new InterruptedException("interrupted while a file was written");
      }
      return failed();
    } finally {
      lock.unlock();
    }
  }

  private static SendResult failed() {
    return new Retry(
        "FILE",
        "The file cannot be written; check space and permissions of its folder.",
        Optional.empty());
  }

  /**
   * Deletes a folder with all that is in it, while no thread of this process writes to it; nothing
   * happens when it is not there.
   */
  public static void delete(Path folder) throws IOException {
    ReentrantLock lock = lock(folder);
    lock.lock();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (NoSuchFileException e) {
      // Then there is nothing to delete.
    } finally {
      lock.unlock();
    }
  }

  private static ReentrantLock lock(Path folder) {
    return LOCKS[Math.floorMod(folder.toAbsolutePath().hashCode(), STRIPES)];
  }
}
