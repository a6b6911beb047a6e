package io.clausestream.cli.up;

import io.clausestream.cli.UserMistake;
import io.clausestream.pipeline.options.MetricsOptions;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.OptionalInt;
import org.apache.flink.configuration.Configuration;

/** The port at which Prometheus finds the metrics. */
final class MetricsPort {

  private static final int MAX_PORT = 65_535;

  private MetricsPort() {}

  /**
   * The port that is asked for, seen to be free; any free one for 0; empty when none is wanted.
   *
   * @throws UserMistake when it is none or in use; the reporter itself would say so late and long
   */
  static OptionalInt of(Configuration conf) {
    Integer port = conf.get(MetricsOptions.PROMETHEUS_PORT);
    if (port == null) {
      return OptionalInt.empty();
    }
    if (port < 0 || port > MAX_PORT) {
      throw new UserMistake(
          MetricsOptions.PROMETHEUS_PORT.key()
              + " must be 0 to "
              + MAX_PORT
              + ", but is "
              + port
              + ".");
    }
    return OptionalInt.of(free(port));
  }

  /**
   * Any port that is free now, for what only this process asks.
   *
   * @param other one that it must not be
   */
  static int freeBeside(int other) {
    int port = free(0);
    return port == other ? free(0) : port;
  }

  private static int free(int port) {
    try (ServerSocket socket = new ServerSocket(port)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw inUse(port, e);
    }
  }

  static UserMistake inUse(int port, IOException e) {
    return new UserMistake(
        "Port "
            + port
            + " is in use: stop what listens there, or choose another with --metrics-port.",
        e);
  }
}
