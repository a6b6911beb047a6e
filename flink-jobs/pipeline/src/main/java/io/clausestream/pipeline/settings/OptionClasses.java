package io.clausestream.pipeline.settings;

import io.clausestream.pipeline.options.KafkaOptions;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.configuration.ConfigOption;

/**
 * Finds the options by looking into the folder or jar that they came from, so that a new class of
 * options needs to be listed nowhere.
 */
final class OptionClasses {

  private static final String PACKAGE = KafkaOptions.class.getPackageName();
  private static final String FOLDER = PACKAGE.replace('.', '/');
  private static final String FILES = "Options.class";

  private OptionClasses() {}

  static List<KnownOption> find() {
    try {
      Path place =
          Path.of(KafkaOptions.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isDirectory(place)) {
        return options(place.resolve(FOLDER));
      }
      try (FileSystem jar = FileSystems.newFileSystem(place)) {
        return options(jar.getPath(FOLDER));
      }
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("Cannot look for options in '" + PACKAGE + "'.", e);
    }
  }

  private static List<KnownOption> options(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(FILES) && !name.contains("$"))
          .sorted()
          .map(name -> load(name.substring(0, name.length() - ".class".length())))
          .flatMap(OptionClasses::options)
          .toList();
    }
  }

  private static Class<?> load(String simpleName) {
    try {
      return Class.forName(PACKAGE + "." + simpleName, true, KafkaOptions.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("'" + simpleName + "' is there but cannot be loaded.", e);
    }
  }

  private static Stream<KnownOption> options(Class<?> owner) {
    return Stream.of(owner.getDeclaredFields())
        .filter(field -> field.getType() == ConfigOption.class)
        .filter(field -> Modifier.isStatic(field.getModifiers()))
        .map(KnownOption::of);
  }
}
