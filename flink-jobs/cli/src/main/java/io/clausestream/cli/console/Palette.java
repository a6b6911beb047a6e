package io.clausestream.cli.console;

import io.clausestream.schema.Severity;

/** How words are made to stand out: by colours on a terminal, by brackets elsewhere. */
public enum Palette {

  /** Colours and line styles of ANSI terminals. */
  COLOUR {
    @Override
    public String deleted(String text) {
      return "\u001b[31;9m" + text + RESET;
    }

    @Override
    public String inserted(String text) {
      return "\u001b[32m" + text + RESET;
    }

    @Override
    public String telling(String text) {
      // Ends the line only, so that it can stand within deleted and inserted words.
      return "\u001b[4m" + text + "\u001b[24m";
    }

    @Override
    public String strong(String text) {
      return "\u001b[1m" + text + RESET;
    }

    @Override
    public String faint(String text) {
      return "\u001b[2m" + text + RESET;
    }

    @Override
    public String badge(Severity severity) {
      String colours =
          switch (severity) {
            case HIGH -> "97;41";
            case MEDIUM -> "30;43";
            case LOW -> "30;46";
            case UNKNOWN -> "7";
          };
      return "\u001b[1;" + colours + "m " + severity + " " + RESET;
    }
  },

  /** Plain characters, for files, pipes and those who set {@code NO_COLOR}. */
  PLAIN {
    @Override
    public String deleted(String text) {
      return "[-" + text + "-]";
    }

    @Override
    public String inserted(String text) {
      return "{+" + text + "+}";
    }

    @Override
    public String telling(String text) {
      // The sentence below quotes them.
      return text;
    }

    @Override
    public String strong(String text) {
      return text;
    }

    @Override
    public String faint(String text) {
      return text;
    }

    @Override
    public String badge(Severity severity) {
      return "[" + severity + "]";
    }
  };

  private static final String RESET = "\u001b[0m";

  /** Words that are gone. */
  public abstract String deleted(String text);

  /** Words that are new. */
  public abstract String inserted(String text);

  /** Words that made a rule apply, also within deleted or inserted ones. */
  public abstract String telling(String text);

  /** A heading. */
  public abstract String strong(String text);

  /** What matters less. */
  public abstract String faint(String text);

  /** How severe a change is. */
  public abstract String badge(Severity severity);
}
