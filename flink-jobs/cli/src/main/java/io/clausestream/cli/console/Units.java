package io.clausestream.cli.console;

import java.time.Duration;
import java.util.Locale;

/** Sizes and times as people write them. */
public final class Units {

  private static final String[] SIZES = {"B", "KiB", "MiB", "GiB", "TiB"};

  private Units() {}

  /** Bytes in the largest unit of which there is at least one. */
  public static String bytes(long bytes) {
    double size = bytes;
    int unit = 0;
    while (size >= 1024 && unit < SIZES.length - 1) {
      size /= 1024;
      unit++;
    }
    return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", size, SIZES[unit]);
  }

  /** A retention: whole days where it has some, otherwise the exact time. */
  public static String time(Duration time) {
    return time.toDays() > 0 && time.equals(Duration.ofDays(time.toDays()))
        ? time.toDays() + " d"
        : time.toString();
  }
}
