package io.clausestream.cluster;

/** The job or the cluster refused the start; the message says why. */
public final class JobRefusedException extends RuntimeException {

  /** With why. */
  public JobRefusedException(String message) {
    super(message);
  }
}
