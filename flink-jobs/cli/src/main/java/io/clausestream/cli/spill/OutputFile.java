package io.clausestream.cli.spill;

import io.clausestream.cli.UserMistake;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that comes into being whole or not at all. Made beside its place at once, so that a place
 * that cannot be written shows before the work and not after it.
 */
public final class OutputFile implements AutoCloseable {

  private final Path file;
  private final Path draft;

  private OutputFile(Path file, Path draft) {
    this.file = file;
    this.draft = draft;
  }

  /**
   * Begins a file.
   *
   * @throws UserMistake when its folder cannot be written, or it is a folder itself
   */
  public static OutputFile begin(Path file) {
    Path target = file.toAbsolutePath();
    if (Files.isDirectory(target)) {
      throw new UserMistake("'" + file + "' is a folder: name a file in it.");
    }
    try {
      Path draft = target.resolveSibling("." + target.getFileName() + ".unfinished");
      Files.deleteIfExists(draft);
      return new OutputFile(target, Files.createFile(draft));
    } catch (IOException e) {
      throw new UserMistake(
          "'"
              + file
              + "' cannot be written ("
              + e.getClass().getSimpleName()
              + "): name a file in a folder that is there and that you may write.",
          e);
    }
  }

  /** Writes something. */
  public interface Content {
    /** Writes all of it; answers how many records it has. */
    long writeTo(Writer writer) throws IOException;
  }

  /** Fills the file and puts it in its place; answers how many records it has. */
  public long fill(Content content) throws IOException {
    long count;
    try (Writer writer =
        new BufferedWriter(Files.newBufferedWriter(draft, StandardCharsets.UTF_8), 1 << 16)) {
      count = content.writeTo(writer);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return count;
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(draft);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
