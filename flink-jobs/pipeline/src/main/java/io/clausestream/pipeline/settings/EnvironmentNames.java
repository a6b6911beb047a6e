package io.clausestream.pipeline.settings;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells which environment variables set what. */
final class EnvironmentNames {

  /**
   * What Kubernetes and Docker put into every container beside a service of the name clausestream;
   * nobody set them.
   */
  private static final Pattern SERVICE_LINK =
      Pattern.compile(
          ".*_SERVICE_HOST|.*_SERVICE_PORT(_.*)?|.*_PORT_\\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?");

  private static final Pattern SERVICE_URL = Pattern.compile("(tcp|udp|sctp)://.*");

  private EnvironmentNames() {}

  /**
   * The key that a variable sets; empty for one that is not the engine's.
   *
   * @throws IllegalArgumentException naming the nearest variable, if it looks like one of the
   *     engine's and sets nothing
   */
  static Optional<String> key(String variable, String value) {
    if (!variable.startsWith(KnownOptions.VARIABLE_PREFIX)) {
      return Optional.empty();
    }
    Optional<String> key = KnownOptions.shipped().keyOf(variable);
    if (key.isEmpty() && !isLauncher(variable) && !isServiceLink(variable, value)) {
      throw new IllegalArgumentException(
          "The environment variable "
              + variable
              + " sets nothing; did you mean "
              + KnownOptions.shipped().nearestVariable(variable)
              + "?");
    }
    return key;
  }

  private static boolean isLauncher(String variable) {
    return Arrays.stream(LauncherVariable.values())
        .anyMatch(known -> known.variable().equals(variable));
  }

  private static boolean isServiceLink(String variable, String value) {
    return SERVICE_LINK.matcher(variable).matches()
        || variable.endsWith("_PORT") && SERVICE_URL.matcher(value).matches();
  }
}
