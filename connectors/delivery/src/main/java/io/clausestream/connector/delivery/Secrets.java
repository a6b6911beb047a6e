package io.clausestream.connector.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Secrets by name, from files of a folder or from the environment, and from nowhere else. Read at
 * each call, so that one that was rotated is used from the next message on. Threads may share it.
 */
public final class Secrets {

  /** Prefix of the environment variables; the name follows, upper case, with underscores. */
  public static final String VARIABLE_PREFIX = "CLAUSESTREAM_SECRET_";

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  private final Optional<Path> folder;
  private final Map<String, String> environment;

  /**
   * Secrets of these two places; a file goes before a variable.
   *
   * @param folder one file a secret, named as it, as secrets are mounted in Kubernetes
   * @param environment variables
   */
  public Secrets(Optional<Path> folder, Map<String, String> environment) {
    this.folder = folder;
    this.environment = Map.copyOf(environment);
  }

  /** Whether a text can be the name of a secret: no path leads out of the folder. */
  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /**
   * The secret of a name, without white space around it; empty when there is none.
   *
   * @throws IOException when its file cannot be read; the message has no content of it
   */
  public Optional<Secret> find(String name) throws IOException {
    if (!isName(name)) {
      return Optional.empty();
    }
    if (folder.isPresent()) {
      try {
        return Optional.of(new Secret(Files.readString(folder.get().resolve(name), UTF_8).strip()));
      } catch (NoSuchFileException e) {
        // Then perhaps a variable.
      }
    }
    String variable = VARIABLE_PREFIX + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    return Optional.ofNullable(environment.get(variable)).map(String::strip).map(Secret::new);
  }
}
