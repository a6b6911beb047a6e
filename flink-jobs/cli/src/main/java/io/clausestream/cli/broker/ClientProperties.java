package io.clausestream.cli.broker;

import io.clausestream.cli.UserMistake;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Kafka client properties from a file. */
final class ClientProperties {

  private ClientProperties() {}

  /**
   * Reads a Java properties file.
   *
   * @throws UserMistake when it cannot be read
   */
  static Map<String, String> read(Path file) {
    Properties read = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      read.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new UserMistake(
          "Cannot read the Kafka client properties in '"
              + file
              + "' ("
              + e.getClass().getSimpleName()
              + "): correct --kafka-properties, or make the file a readable properties file.",
          e);
    }
    Map<String, String> properties = new TreeMap<>();
    read.stringPropertyNames().forEach(name -> properties.put(name, read.getProperty(name)));
    return properties;
  }
}
