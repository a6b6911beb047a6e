package io.clausestream.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ConfigurationUtils;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.HighAvailabilityOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;

/** The settings of a cluster on one machine, and the files that Flink's programs read them from. */
final class ClusterConfig {

  static final String HOST = "127.0.0.1";

  /** File of the settings of logging. */
  static final String LOGGING = "log4j2.xml";

  /** How long a JobManager may be silent before another takes over. */
  private static final Duration SESSION = Duration.ofSeconds(6);

  private static final String LOGGING_SETTINGS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Configuration status="OFF" shutdownHook="disable">
        <Properties>
          <Property name="text">%d{yyyy-MM-dd'T'HH:mm:ss.SSS}{UTC}Z %-5p %c{1.} [%t] %m%n</Property>
          <Property name="size">${env:CLAUSESTREAM_LOG_SIZE:-16 MB}</Property>
        </Properties>
        <Appenders>
          <Select>
            <SystemPropertyArbiter propertyName="log.file">
              <RollingFile name="log" fileName="${sys:log.file}" filePattern="${sys:log.file}.%i">
                <PatternLayout pattern="${text}"/>
                <SizeBasedTriggeringPolicy size="${size}"/>
                <DefaultRolloverStrategy max="3"/>
              </RollingFile>
            </SystemPropertyArbiter>
            <!-- Who sends a job reads what its client says. -->
            <DefaultArbiter>
              <Console name="log" target="SYSTEM_OUT">
                <PatternLayout pattern="${text}"/>
              </Console>
            </DefaultArbiter>
          </Select>
        </Appenders>
        <Loggers>
          <!-- The Kafka sink registers one of its metrics anew at each checkpoint. -->
          <Logger name="org.apache.flink.metrics.MetricGroup" level="error"/>
          <Logger name="org.apache.kafka" level="warn"/>
          <Logger name="kafka" level="warn"/>
          <Root level="info">
            <AppenderRef ref="log"/>
          </Root>
        </Loggers>
      </Configuration>
      """;

  private ClusterConfig() {}

  static Configuration of(ClusterSpec spec, ClusterPorts ports) {
    Configuration conf = new Configuration();
    addresses(conf, ports);
    jobManager(conf);
    taskManager(conf, spec.slots());
    conf.set(CoreOptions.DEFAULT_PARALLELISM, spec.parallelism());
    conf.set(CoreOptions.TMP_DIRS, spec.folder().scratch().toString());
    if (spec.highAvailability()) {
      highAvailability(conf, spec, ports);
    }
    conf.addAll(spec.more());
    return conf;
  }

  /** Writes what Flink's programs read. */
  static void write(Configuration conf, ClusterFolder folder) throws IOException {
    Files.write(
        folder.conf().resolve("config.yaml"),
        ConfigurationUtils.convertConfigToWritableLines(conf, true));
    writeLogging(folder);
  }

  static void writeLogging(ClusterFolder folder) throws IOException {
    Files.writeString(folder.conf().resolve(LOGGING), LOGGING_SETTINGS);
  }

  private static void addresses(Configuration conf, ClusterPorts ports) {
    conf.set(RestOptions.ADDRESS, HOST);
    conf.set(RestOptions.BIND_ADDRESS, HOST);
    conf.set(RestOptions.PORT, ports.web());
    conf.set(RestOptions.BIND_PORT, Integer.toString(ports.web()));
    conf.set(JobManagerOptions.ADDRESS, HOST);
    conf.set(JobManagerOptions.BIND_HOST, HOST);
    conf.set(JobManagerOptions.PORT, ports.rpc());
    conf.set(TaskManagerOptions.HOST, HOST);
    conf.set(TaskManagerOptions.BIND_HOST, HOST);
  }

  private static void jobManager(Configuration conf) {
    conf.set(JobManagerOptions.JVM_HEAP_MEMORY, MemorySize.ofMebiBytes(384));
    conf.set(JobManagerOptions.OFF_HEAP_MEMORY, MemorySize.ofMebiBytes(96));
    conf.set(JobManagerOptions.JVM_METASPACE, MemorySize.ofMebiBytes(192));
    conf.set(JobManagerOptions.JVM_OVERHEAD_MIN, MemorySize.ofMebiBytes(96));
    conf.set(JobManagerOptions.JVM_OVERHEAD_MAX, MemorySize.ofMebiBytes(96));
  }

  private static void taskManager(Configuration conf, int slots) {
    conf.set(TaskManagerOptions.NUM_TASK_SLOTS, slots);
    conf.set(TaskManagerOptions.TASK_HEAP_MEMORY, MemorySize.ofMebiBytes(256L + 192L * slots));
    conf.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(128L * slots));
    conf.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(96));
    conf.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(96));
    conf.set(TaskManagerOptions.JVM_METASPACE, MemorySize.ofMebiBytes(224));
    conf.set(TaskManagerOptions.JVM_OVERHEAD_MIN, MemorySize.ofMebiBytes(96));
    conf.set(TaskManagerOptions.JVM_OVERHEAD_MAX, MemorySize.ofMebiBytes(96));
  }

  private static void highAvailability(Configuration conf, ClusterSpec spec, ClusterPorts ports) {
    conf.set(HighAvailabilityOptions.HA_MODE, "zookeeper");
    conf.set(HighAvailabilityOptions.HA_ZOOKEEPER_QUORUM, HOST + ":" + ports.zooKeeper());
    conf.set(
        HighAvailabilityOptions.HA_STORAGE_PATH,
        org.apache.flink.core.fs.Path.fromLocalFile(spec.folder().ha().toFile()).toString());
    conf.set(HighAvailabilityOptions.HA_CLUSTER_ID, "/clausestream");
    conf.set(HighAvailabilityOptions.ZOOKEEPER_SESSION_TIMEOUT, SESSION);
    conf.set(HighAvailabilityOptions.HA_JOB_MANAGER_PORT_RANGE, Integer.toString(ports.rpc()));
  }
}
