package io.clausestream.pipeline.settings;

/**
 * Where a value comes from.
 *
 * @param kind which kind of place
 * @param where the place: path of the file, name of the variable, the argument; of a default whose
 *     it is, or empty for the option's own
 */
public record SettingOrigin(Kind kind, String where) {

  /** The default of the option itself. */
  public static final SettingOrigin DEFAULT = new SettingOrigin(Kind.DEFAULT, "");

  /** Kinds of places; what stands in a later one wins. */
  public enum Kind {
    /** The option's own default. */
    DEFAULT,
    /** What the job, or the command that runs it, wants otherwise than the option's default. */
    RUNNER,
    /** A config.yaml. */
    FILE,
    /** An environment variable. */
    ENVIRONMENT,
    /** An argument of the command line. */
    ARGUMENT
  }

  /** The place in words. */
  public String text() {
    return switch (kind) {
      case DEFAULT -> "default";
      case RUNNER -> "default of " + where;
      case FILE -> "file '" + where + "'";
      case ENVIRONMENT -> "environment variable " + where;
      case ARGUMENT -> "argument " + where;
    };
  }
}
