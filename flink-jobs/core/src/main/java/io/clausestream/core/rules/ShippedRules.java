package io.clausestream.core.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The rules that come with this release: version 1 of the set, from the beginning of time. */
public final class ShippedRules {

  private static final String FILE = "governance.yaml";
  private static final RuleSet RULES = read();

  private ShippedRules() {}

  /** The rules. */
  public static RuleSet get() {
    return RULES;
  }

  private static RuleSet read() {
    try (InputStream in = ShippedRules.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing from the jar");
      }
      return RuleFile.read(in).orThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
