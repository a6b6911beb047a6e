package io.clausestream.cli.rulefile;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clausestream.cli.UserMistake;
import io.clausestream.core.rules.RuleFault;
import io.clausestream.core.rules.RuleFile;
import io.clausestream.core.rules.RuleReading;
import io.clausestream.core.rules.RuleSet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files of rules that the command line names. */
public final class RuleFiles {

  private static final int SHOWN = 20;

  private RuleFiles() {}

  /**
   * What a file holds, with its faults.
   *
   * @throws UserMistake when it cannot be read
   */
  public static RuleReading read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return RuleFile.read(in);
    } catch (IOException e) {
      throw new UserMistake(
          "Cannot read the rules '" + file + "' (" + e + "); name a file of rules.", e);
    }
  }

  /**
   * The rules of a file.
   *
   * @throws UserMistake when it cannot be read or has faults
   */
  public static RuleSet rules(Path file) {
    RuleReading reading = read(file);
    if (reading.ruleSet().isEmpty()) {
      List<String> lines = new ArrayList<>();
      lines.add(
          "'%s' has %d fault%s; see 'clausestream rules lint'."
              .formatted(file, reading.faultCount(), reading.faultCount() == 1 ? "" : "s"));
      reading.faults().stream().limit(SHOWN).map(RuleFault::toString).forEach(lines::add);
      throw new UserMistake(lines, new IllegalArgumentException("faults"));
    }
    return reading.ruleSet().get();
  }

  /**
   * The text of a file whose rules have no faults.
   *
   * @throws UserMistake when it cannot be read or has faults
   */
  public static String text(Path file) {
    rules(file);
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException e) {
      throw new UserMistake("Cannot read the rules '" + file + "' (" + e + ").", e);
    }
  }
}
