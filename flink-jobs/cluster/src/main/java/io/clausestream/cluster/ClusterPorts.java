package io.clausestream.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/**
 * The ports of a cluster on 127.0.0.1, the same for all its life.
 *
 * @param web Flink's web pages and REST
 * @param rpc the JobManager's, for TaskManagers
 * @param zooKeeper where ZooKeeper listens, when there is one
 */
record ClusterPorts(int web, int rpc, int zooKeeper) {

  /** Free ones where none is asked for. */
  static ClusterPorts of(int web) throws IOException {
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (int i = 0; i < 3; i++) {
        held.add(new ServerSocket(0, 1, InetAddress.getByName(ClusterConfig.HOST)));
      }
      return new ClusterPorts(
          web == 0 ? held.get(0).getLocalPort() : web,
          held.get(1).getLocalPort(),
          held.get(2).getLocalPort());
    } finally {
      for (ServerSocket socket : held) {
        socket.close();
      }
    }
  }
}
