package io.clausestream.pipeline.topology;

/** Where the topology's output goes. */
@FunctionalInterface
public interface DetectionSink {

  /** Attaches sinks; streams that nobody wants are left alone. Called once, at build time. */
  void attach(DetectionStreams streams);
}
