package io.clausestream.job;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The jar as the build left it, and the jars that it was made of and runs beside. */
final class JobJar {

  static final Path FILE = Path.of("target", "clausestream-job.jar").toAbsolutePath();

  /** Libraries of Flink's distribution that the job has copies of, or uses from there. */
  private static final List<String> ALSO_FLINKS =
      List.of("commons-", "lz4-java-", "snakeyaml-engine-", "snappy-java-", "jsr305-");

  /** What is left to the cluster, or read by nobody; as the module's pom says. */
  private static final List<String> LEFT_OUT =
      List.of("lz4-java-", "snappy-java-", "jsr305-", "jspecify-");

  private JobJar() {}

  /** The jars of a cluster: Flink's and the libraries that these need. */
  static List<Path> ofCluster() {
    return Stream.concat(
            paths("flink.classpath"),
            paths("job.classpath").filter(jar -> startsWith(jar, ALSO_FLINKS)))
        .toList();
  }

  /** Flink's own jars, without libraries. */
  static List<Path> ofFlink() {
    return paths("flink.classpath").toList();
  }

  /** The jars that are in the job's. */
  static List<Path> bundled() {
    return paths("job.classpath").filter(jar -> !startsWith(jar, LEFT_OUT)).toList();
  }

  static List<JarEntry> entries(Path jar) {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Set<String> classes(Path jar) {
    return entries(jar).stream()
        .map(JarEntry::getName)
        .filter(name -> name.endsWith(".class") && !name.endsWith("module-info.class"))
        // Of a library that is shaded elsewhere, these are left under their old name.
        .filter(name -> !name.startsWith("META-INF/versions/"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<Path> paths(String list) {
    try {
      String line = Files.readString(Path.of("target", list)).strip();
      return Stream.of(line.split(File.pathSeparator)).map(Path::of);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean startsWith(Path jar, List<String> names) {
    return names.stream().anyMatch(jar.getFileName().toString()::startsWith);
  }
}
