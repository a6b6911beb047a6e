package io.clausestream.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

class JobJarContentITCase {

  private static final long MOST_BYTES = 60L << 20;

  @Test
  void noClassThatAClusterHasIsInside() {
    Set<String> inside = JobJar.classes(JobJar.FILE);

    assertThat(JobJar.ofFlink()).anyMatch(jar -> jar.toString().contains("flink-runtime"));
    for (Path jar : JobJar.ofFlink()) {
      Set<String> both = new TreeSet<>(JobJar.classes(jar));
      both.retainAll(inside);
      assertThat(both).as("in %s, too", jar.getFileName()).isEmpty();
    }
    assertThat(inside)
        .noneMatch(name -> name.startsWith("net/jpountz/"))
        .noneMatch(name -> name.startsWith("org/slf4j/"))
        .noneMatch(name -> name.startsWith("org/apache/logging/"));
  }

  @Test
  void everyClassOfItsLibrariesIsInside() {
    Set<String> inside = JobJar.classes(JobJar.FILE);

    assertThat(JobJar.bundled()).hasSizeGreaterThan(20);
    for (Path jar : JobJar.bundled()) {
      if (Files.isRegularFile(jar)) {
        assertThat(inside).as("of %s", jar.getFileName()).containsAll(JobJar.classes(jar));
      }
    }
    assertThat(inside)
        .contains(
            "io/clausestream/pipeline/job/DetectChangesJob.class",
            "io/clausestream/core/ChangeDetector.class")
        .noneMatch(name -> name.endsWith("Test.class") || name.endsWith("ITCase.class"))
        .noneMatch(name -> name.startsWith("org/junit/"));
  }

  @Test
  void nothingIsInsideTwiceAndNoSignatureIsLeft() {
    List<String> names = JobJar.entries(JobJar.FILE).stream().map(JarEntry::getName).toList();

    assertThat(names).doesNotHaveDuplicates();
    assertThat(names).noneMatch(name -> name.matches("META-INF/[^/]+\\.(SF|RSA|DSA|EC)"));
    assertThat(names).contains("META-INF/services/com.fasterxml.jackson.databind.Module");
  }

  /** The same sources make the same bytes: what this build writes has no instant of its own. */
  @Test
  void everyEntryOfOursHasTheInstantThatThePomSays() {
    assertThat(JobJar.entries(JobJar.FILE))
        .filteredOn(
            entry -> entry.getName().matches("(io/clausestream/|META-INF/(licenses|MANIFEST)).*"))
        .hasSizeGreaterThan(500)
        .extracting(JarEntry::getTimeLocal)
        .containsOnly(LocalDateTime.of(2026, 1, 1, 0, 0));
  }

  @Test
  void itSaysWhatItIsAndStaysSmall() throws IOException {
    try (JarFile jar = new JarFile(JobJar.FILE.toFile())) {
      Attributes manifest = jar.getManifest().getMainAttributes();

      assertThat(manifest.getValue(Attributes.Name.MAIN_CLASS))
          .isEqualTo("io.clausestream.pipeline.job.DetectChangesJob");
      assertThat(manifest.getValue(Attributes.Name.IMPLEMENTATION_VERSION)).isNotBlank();
    }
    assertThat(JobJar.FILE.toFile().length()).isLessThan(MOST_BYTES);
  }

  @Test
  void theLicenceOfEveryLibraryIsInside() throws IOException {
    List<String> licences =
        JobJar.entries(JobJar.FILE).stream()
            .map(JarEntry::getName)
            .filter(name -> name.startsWith("META-INF/licenses/") && name.contains("LICENSE"))
            .toList();
    String told = read("META-INF/licenses/README");

    for (Path jar : JobJar.bundled()) {
      String name = jar.getFileName().toString().replaceFirst("\\.jar$", "");
      String library = name.replaceFirst("-\\d.*", "");
      assertThat(
              isOurs(jar)
                  || licences.stream().anyMatch(file -> file.contains("/" + name + "-jar/"))
                  || licences.stream().anyMatch(file -> file.contains("/" + library + "/"))
                  || told.contains(library))
          .as("licence of %s", name)
          .isTrue();
    }
    assertThat(read("META-INF/LICENSE")).contains("Apache License");
    assertThat(read("META-INF/NOTICE")).contains("Clausestream");
  }

  /** Modules of this build; as folders of classes when nothing was packaged. */
  private static boolean isOurs(Path jar) {
    return jar.endsWith("classes") || jar.getFileName().toString().startsWith("clausestream-");
  }

  private static String read(String entry) throws IOException {
    try (JarFile jar = new JarFile(JobJar.FILE.toFile())) {
      return new String(
          jar.getInputStream(jar.getJarEntry(entry)).readAllBytes(),
          java.nio.charset.StandardCharsets.UTF_8);
    }
  }
}
