package io.clausestream.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CausesTest {

  @Test
  void theInnermostCauseIsTaken() {
    String trace =
        """
        WARNING: something of the JVM
        org.apache.flink.client.program.ProgramInvocationException: The main method caused an error
        \tat org.apache.flink.client.Some.call(Some.java:1): never
        Caused by: java.lang.IllegalArgumentException: Kafka has not the topics: run 'topics create'.
        \tat io.clausestream.Some.call(Some.java:2)
        \t... 5 more
        """;

    assertThat(Causes.innermost(trace)).contains("Kafka has not the topics: run 'topics create'.");
  }

  @Test
  void anExceptionWithoutACauseIsItsOwn() {
    assertThat(Causes.innermost("java.lang.IllegalStateException: no\n\tat some.Where"))
        .contains("no");
  }

  @Test
  void aTextWithoutExceptionsHasNone() {
    assertThat(Causes.innermost("Job has been submitted with JobID 1: fine")).isEmpty();
  }
}
