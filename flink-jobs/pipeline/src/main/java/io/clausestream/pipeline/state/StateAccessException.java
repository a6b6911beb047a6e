package io.clausestream.pipeline.state;

/**
 * State could not be read or written. No record is to blame, so it must fail the job: a restart
 * goes on from the last checkpoint.
 */
public final class StateAccessException extends RuntimeException {

  private static final long serialVersionUID = 1;

  StateAccessException(RuntimeException cause) {
    super(cause.getMessage(), cause);
  }
}
