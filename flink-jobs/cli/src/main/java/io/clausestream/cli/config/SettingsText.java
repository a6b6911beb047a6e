package io.clausestream.cli.config;

import io.clausestream.cli.console.Palette;
import io.clausestream.pipeline.settings.KnownOptions;
import io.clausestream.pipeline.settings.LauncherVariable;
import io.clausestream.pipeline.settings.Setting;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Settings as lines of a config.yaml, each with where it comes from as its comment. */
final class SettingsText {

  /** Comments stand in one column, unless a line is longer than that. */
  private static final int WIDEST = 72;

  private static final Pattern PLAIN = Pattern.compile("[\\w/][\\w ./:,+=@-]*");

  private final Palette palette;

  SettingsText(Palette palette) {
    this.palette = palette;
  }

  void print(List<Setting> settings, PrintWriter out) {
    section("The engine", settings.stream().filter(SettingsText::isOurs).toList(), out);
    section("Flink", settings.stream().filter(SettingsText::isFlinks).toList(), out);
    section(
        "The clausestream command; environment variables alone",
        settings.stream().filter(SettingsText::isLaunchers).toList(),
        out);
  }

  private void section(String title, List<Setting> settings, PrintWriter out) {
    if (settings.isEmpty()) {
      return;
    }
    out.println(palette.strong("# " + title));
    int column =
        settings.stream()
            .mapToInt(setting -> line(setting).length())
            .filter(length -> length <= WIDEST)
            .max()
            .orElse(WIDEST);
    for (Setting setting : settings) {
      String line = line(setting);
      out.println(
          line
              + " ".repeat(Math.max(0, column - line.length()))
              + palette.faint("  # " + origin(setting)));
    }
    out.println();
  }

  private static String origin(Setting setting) {
    return setting.value() == null ? "not set" : setting.origin().text();
  }

  private static String line(Setting setting) {
    String value = setting.shown();
    if (isLaunchers(setting)) {
      return "# " + setting.key() + (value == null ? "" : "=" + value);
    }
    return value == null ? "# " + setting.key() + ":" : setting.key() + ": " + quoted(value);
  }

  private static String quoted(String value) {
    boolean plain = PLAIN.matcher(value).matches() && !value.contains(": ");
    return plain ? value : "'" + value.replace("'", "''") + "'";
  }

  private static boolean isOurs(Setting setting) {
    return setting.key().startsWith(KnownOptions.PREFIX);
  }

  private static boolean isFlinks(Setting setting) {
    return !isOurs(setting) && !isLaunchers(setting);
  }

  private static boolean isLaunchers(Setting setting) {
    return Arrays.stream(LauncherVariable.values())
        .anyMatch(variable -> variable.variable().equals(setting.key()));
  }
}
