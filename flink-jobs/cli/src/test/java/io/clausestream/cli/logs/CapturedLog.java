package io.clausestream.cli.logs;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * All that this JVM logs from an instant on, from the engine at any level, from its libraries from
 * INFO on: message and fields a line, then the lines of an exception. It is in the file that
 * log4j2-test.xml names.
 */
public final class CapturedLog {

  private static final Path FILE = Path.of("target", "test.log");

  private final long start;

  private CapturedLog(long start) {
    this.start = start;
  }

  /** Begins. */
  public static CapturedLog start() {
    LoggerFactory.getLogger(CapturedLog.class).info("a test begins to read the log");
    try {
      return new CapturedLog(Files.size(FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was logged so far. */
  public List<String> lines() {
    try (RandomAccessFile file = new RandomAccessFile(FILE.toFile(), "r")) {
      byte[] logged = new byte[Math.toIntExact(file.length() - start)];
      file.seek(start);
      file.readFully(logged);
      return new String(logged, StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
