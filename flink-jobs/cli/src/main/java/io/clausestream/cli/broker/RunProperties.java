package io.clausestream.cli.broker;

import io.clausestream.cli.UserMistake;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/**
 * Where a running engine can be reached, in a file of its data folder for the other commands.
 *
 * @param bootstrapServers host and port of its broker
 * @param webUrl address of its web pages
 */
public record RunProperties(String bootstrapServers, String webUrl) {

  private static final String FILE = "run.properties";
  private static final String BOOTSTRAP_SERVERS = "bootstrap.servers";
  private static final String WEB_URL = "web.url";

  /** Writes the file whole or not at all. */
  public void write(Path dataFolder) throws IOException {
    Properties properties = new Properties();
    properties.setProperty(BOOTSTRAP_SERVERS, bootstrapServers);
    properties.setProperty(WEB_URL, webUrl);
    Path file = dataFolder.resolve(FILE);
    Path draft = dataFolder.resolve(FILE + ".new");
    try (Writer writer = Files.newBufferedWriter(draft)) {
      properties.store(writer, "Where the engine that runs on this folder can be reached.");
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Removes the file when the engine has stopped. */
  public static void remove(Path dataFolder) throws IOException {
    Files.deleteIfExists(dataFolder.resolve(FILE));
  }

  /** Reads the file, if an engine runs on the folder. */
  public static Optional<RunProperties> find(Path dataFolder) {
    return Files.exists(dataFolder.resolve(FILE))
        ? Optional.of(read(dataFolder))
        : Optional.empty();
  }

  /**
   * Reads the file.
   *
   * @throws UserMistake when no engine runs on the folder
   */
  public static RunProperties read(Path dataFolder) {
    Path file = dataFolder.resolve(FILE);
    Properties properties = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      } catch (IOException | IllegalArgumentException e) {
        throw new UserMistake("Cannot read '" + file + "': make it readable or delete it.", e);
      }
    }
    String servers = properties.getProperty(BOOTSTRAP_SERVERS, "");
    if (servers.isBlank()) {
      throw new UserMistake(
          "No engine runs on the data folder '"
              + dataFolder
              + "': start one with 'clausestream up', or name a broker with --bootstrap-servers.");
    }
    return new RunProperties(servers, properties.getProperty(WEB_URL, ""));
  }
}
