package io.clausestream.core.noise;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Files of the noise set. */
final class Resources {

  private static final Map<String, String> READ = new ConcurrentHashMap<>();

  private Resources() {}

  static String text(String name) {
    return READ.computeIfAbsent(name, Resources::read);
  }

  private static String read(String name) {
    try (InputStream in =
        Objects.requireNonNull(Resources.class.getResourceAsStream("/noise/" + name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
