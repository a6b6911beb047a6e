package io.clausestream.cli;

/** Exit codes of the command; they are documented in its help and never change their meaning. */
public final class ExitCode {

  /** All is well. */
  public static final int OK = 0;

  /** The command ran, and what it checked does not hold. */
  public static final int DIFFERS = 1;

  /** The command line is wrong. */
  public static final int USAGE = 2;

  /** Something that the user can put right: a broker, a port, a folder, an archive. */
  public static final int MISTAKE = 3;

  /** A fault of the program. */
  public static final int FAULT = 4;

  /** Ended by Ctrl-C. */
  public static final int INTERRUPTED = 130;

  private ExitCode() {}
}
