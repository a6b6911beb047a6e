package io.clausestream.cli.up;

/** Starts an engine on a broker that has its topics. */
@FunctionalInterface
public interface EngineStart {

  /** Starts it and returns when the cluster has the job. */
  RunningEngine start() throws Exception;
}
