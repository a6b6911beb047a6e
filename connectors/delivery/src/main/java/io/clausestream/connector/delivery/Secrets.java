package io.clausestream.connector.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.regex.Pattern.CASE_INSENSITIVE;

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
 *
 * <p>A secret is the operator's, unless it has owners: subscribers, whose ids stand a line each in
 * the file or variable beside it that ends with {@value #OWNER_FILE} or {@value #OWNER_VARIABLE}.
 */
public final class Secrets {

  /** Prefix of the environment variables; the name follows, upper case, with underscores. */
  public static final String VARIABLE_PREFIX = "CLAUSESTREAM_SECRET_";

  /** Ends the name of the file that names the owners of the secret before it. */
  public static final String OWNER_FILE = ".owner";

  /** The same of a variable. */
  public static final String OWNER_VARIABLE = "_OWNER";

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
  private static final Pattern OF_OWNERS = Pattern.compile(".*[._-]owner", CASE_INSENSITIVE);

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
    return NAME.matcher(name).matches() && !OF_OWNERS.matcher(name).matches();
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
    return file(name).or(() -> variable(name, "")).map(String::strip).map(Secret::new);
  }

  /**
   * Whether there is a secret that is a subscriber's, by the file beside its file or the variable
   * beside its variable. The secret is not read.
   *
   * @throws IOException when that file cannot be read
   */
  public boolean isOwnedBy(String subscriberId, String name) throws IOException {
    if (!isName(name)) {
      return false;
    }
    Optional<String> owners =
        isFile(name) ? file(name + OWNER_FILE) : variable(name, OWNER_VARIABLE);
    return owners.stream().flatMap(String::lines).map(String::strip).anyMatch(subscriberId::equals);
  }

  private boolean isFile(String name) {
    return folder.map(f -> f.resolve(name)).filter(Files::exists).isPresent();
  }

  private Optional<String> file(String name) throws IOException {
    if (folder.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readString(folder.get().resolve(name), UTF_8));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private Optional<String> variable(String name, String ending) {
    String words = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    return Optional.ofNullable(environment.get(VARIABLE_PREFIX + words + ending));
  }
}
