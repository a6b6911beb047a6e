package io.clausestream.job;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.client.program.PackagedProgram;
import org.apache.flink.client.program.PackagedProgramUtils;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;

/**
 * Runs a job jar on a cluster in this JVM that knows Flink and nothing of ours: this class is
 * loaded apart from the tests, by {@link #load()}.
 */
public final class FlinkAlone implements BiFunction<Path, List<String>, AutoCloseable> {

  private static final int PARALLELISM = 2;

  /** Called by {@link #load()}. */
  public FlinkAlone() {}

  /** One of these, loaded from the jars of a cluster and this class's own folder alone. */
  @SuppressWarnings("unchecked")
  static BiFunction<Path, List<String>, AutoCloseable> load() throws ReflectiveOperationException {
    Path here = Path.of("target", "test-classes").toAbsolutePath();
    URL[] jars =
        Stream.concat(JobJar.ofCluster().stream(), Stream.of(here))
            .map(Path::toFile)
            .map(FlinkAlone::url)
            .toArray(URL[]::new);
    URLClassLoader loader = new URLClassLoader(jars, ClassLoader.getPlatformClassLoader());
    return (BiFunction<Path, List<String>, AutoCloseable>)
        loader.loadClass(FlinkAlone.class.getName()).getConstructor().newInstance();
  }

  private static URL url(File file) {
    try {
      return file.toURI().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Starts a cluster and the main class of a jar on it; closing ends both. */
  @Override
  public AutoCloseable apply(Path jar, List<String> arguments) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(FlinkAlone.class.getClassLoader());
    try {
      return start(jar, arguments);
    } catch (Exception e) {
      throw new CompletionException(e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static AutoCloseable start(Path jar, List<String> arguments) throws Exception {
    MiniCluster cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(PARALLELISM)
                .withRandomPorts()
                .build());
    cluster.start();
    JobID job = cluster.submitJob(graph(jar, arguments)).get().getJobID();
    return () -> {
      JobStatus status = cluster.getJobStatus(job).get();
      cluster.close();
      if (status != JobStatus.RUNNING) {
        throw new IllegalStateException("The job was " + status + " at its end.");
      }
    };
  }

  private static JobGraph graph(Path jar, List<String> arguments) throws Exception {
    try (PackagedProgram program =
        PackagedProgram.newBuilder()
            .setJarFile(jar.toFile())
            .setConfiguration(new Configuration())
            .setArguments(arguments.toArray(String[]::new))
            .build()) {
      return PackagedProgramUtils.createJobGraph(program, new Configuration(), PARALLELISM, false);
    }
  }
}
