package io.clausestream.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files of the repository that this module stands in, without what is built or kept. */
public final class RepositoryFiles {

  public static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();

  private static final Set<String> NOT_OURS = Set.of("target", "data", ".git", ".idea", ".vscode");

  private RepositoryFiles() {}

  /** The pages of the docs. */
  static List<Path> pages() {
    return files(ROOT).filter(file -> file.toString().endsWith(".md")).toList();
  }

  /** The folders that people look into: those of modules, and those that hold them or the docs. */
  static List<Path> folders() {
    return Stream.of(
            "avro-schemas", "connectors", "flink-jobs", "flink-jobs/docs/decisions", "helm")
        .map(ROOT::resolve)
        .flatMap(folder -> Stream.concat(Stream.of(folder), folders(folder)))
        .filter(folder -> !folder.getFileName().toString().equals("src"))
        .toList();
  }

  /** The folders of Java's packages. */
  static List<Path> packages() {
    return files(ROOT)
        .filter(file -> file.toString().endsWith(".java"))
        .map(Path::getParent)
        .distinct()
        .toList();
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> files(Path folder) {
    return children(folder)
        .flatMap(child -> Files.isDirectory(child) ? files(child) : Stream.of(child));
  }

  private static Stream<Path> folders(Path folder) {
    return children(folder).filter(Files::isDirectory);
  }

  private static Stream<Path> children(Path folder) {
    try (Stream<Path> children = Files.list(folder)) {
      return children
          .filter(child -> !NOT_OURS.contains(child.getFileName().toString()))
          .filter(child -> !Files.isSymbolicLink(child))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
