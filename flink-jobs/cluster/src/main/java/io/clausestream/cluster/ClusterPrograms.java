package io.clausestream.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessSpec;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils;
import org.apache.flink.runtime.jobmanager.JobManagerProcessSpec;
import org.apache.flink.runtime.jobmanager.JobManagerProcessUtils;
import org.apache.flink.runtime.util.config.memory.ProcessMemoryUtils;

/** How each of Flink's programs is started; its memory is worked out as Flink's scripts do. */
final class ClusterPrograms {

  private static final String JOB_MANAGER =
      "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint";
  private static final String TASK_MANAGER =
      "org.apache.flink.runtime.taskexecutor.TaskManagerRunner";
  private static final String CLIENT = "org.apache.flink.client.cli.CliFrontend";

  /** The ZooKeeper that Flink's own scripts start. */
  private static final String ZOO_KEEPER =
      "org.apache.flink.runtime.zookeeper.FlinkZooKeeperQuorumPeer";

  private final ClusterSpec spec;
  private final Configuration conf;

  ClusterPrograms(ClusterSpec spec, Configuration conf) {
    this.spec = spec;
    this.conf = conf;
  }

  ClusterProcess jobManager() {
    JobManagerProcessSpec memory = JobManagerProcessUtils.processSpecFromConfig(conf);
    return java(JOB_MANAGER)
        .options(words(JobManagerProcessUtils.generateJvmParametersStr(memory, conf)))
        .process(
            "jobmanager",
            List.of("--configDir", spec.folder().conf().toString(), "--executionMode", "cluster"));
  }

  ClusterProcess taskManager(int number) {
    TaskExecutorProcessSpec memory = TaskExecutorProcessUtils.processSpecFromConfig(conf);
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("--configDir", spec.folder().conf().toString()));
    arguments.addAll(words(TaskExecutorProcessUtils.generateDynamicConfigsStr(memory)));
    String name = "taskmanager-" + number;
    // The same at each start: one that comes back takes the place of the one before at once.
    arguments.addAll(List.of("-D", TaskManagerOptions.TASK_MANAGER_RESOURCE_ID.key() + "=" + name));
    return java(TASK_MANAGER)
        .options(words(ProcessMemoryUtils.generateJvmParametersStr(memory)))
        .process(name, arguments);
  }

  ClusterProcess zooKeeper(int port) throws IOException {
    Path file = spec.folder().conf().resolve("zoo.cfg");
    Map<String, String> settings =
        Map.of(
            "clientPort",
            Integer.toString(port),
            "clientPortAddress",
            ClusterConfig.HOST,
            "dataDir",
            spec.folder().zooKeeper().toString(),
            "tickTime",
            "1000",
            "initLimit",
            "10",
            "syncLimit",
            "5",
            "admin.enableServer",
            "false",
            "server.1",
            ClusterConfig.HOST);
    Files.write(
        file, settings.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList());
    return java(ZOO_KEEPER)
        .options(List.of("-Xmx128m"))
        .process("zookeeper", List.of("--zkConfigFile", file.toString(), "--peerId", "1"));
  }

  /** Flink's command line. */
  ProcessBuilder client(List<String> arguments) {
    return java(CLIENT).options(List.of("-Xmx512m")).builder(arguments);
  }

  private JavaCommand java(String mainClass) {
    return new JavaCommand(spec.folder(), spec.home().classPath(), mainClass);
  }

  private static List<String> words(String line) {
    return List.of(line.strip().split("\\s+"));
  }
}
