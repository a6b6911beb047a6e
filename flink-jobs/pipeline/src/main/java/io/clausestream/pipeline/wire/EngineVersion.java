package io.clausestream.pipeline.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this build, stamped into it when it was made. */
public final class EngineVersion {

  private static final String CURRENT = read();

  private EngineVersion() {}

  /** The version, as records carry it. */
  public static String current() {
    return CURRENT;
  }

  private static String read() {
    try (InputStream in = EngineVersion.class.getResourceAsStream("build.properties")) {
      Properties build = new Properties();
      build.load(in);
      return build.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read build.properties from the jar", e);
    }
  }
}
