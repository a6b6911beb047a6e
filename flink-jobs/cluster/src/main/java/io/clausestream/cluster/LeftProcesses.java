package io.clausestream.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The processes of a folder as the operating system knows them, whoever started them.
 *
 * @param folder the folder of the cluster
 */
public record LeftProcesses(ClusterFolder folder) {

  /** Those of a folder. */
  public static LeftProcesses of(ClusterFolder folder) {
    return new LeftProcesses(folder);
  }

  /** Those that run, by name. */
  public Map<String, ProcessHandle> running() throws IOException {
    Map<String, ProcessHandle> running = new LinkedHashMap<>();
    for (Path file : files()) {
      String name = file.getFileName().toString().replaceFirst("\\.pid$", "");
      handle(file).filter(this::isOurs).ifPresent(handle -> running.put(name, handle));
    }
    return running;
  }

  /** Ends those whose name is meant at once, and waits until they have. */
  public void end(Predicate<String> meant) throws IOException {
    for (Map.Entry<String, ProcessHandle> process : running().entrySet()) {
      if (meant.test(process.getKey())) {
        process.getValue().destroyForcibly();
        process.getValue().onExit().join();
      }
    }
  }

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(folder.processes())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder.processes())) {
      return files.filter(file -> file.toString().endsWith(".pid")).sorted().toList();
    }
  }

  private static Optional<ProcessHandle> handle(Path file) throws IOException {
    try {
      return ProcessHandle.of(Long.parseLong(Files.readString(file).strip()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** An id is used again: it is ours only if its command names our folder. */
  private boolean isOurs(ProcessHandle handle) {
    String mark = JavaCommand.mark(folder);
    return handle.isAlive()
        && handle
            .info()
            .arguments()
            .map(arguments -> List.of(arguments).contains(mark))
            .orElseGet(() -> handle.info().commandLine().orElse("").contains(mark + " "));
  }
}
