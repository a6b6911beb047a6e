package io.clausestream.cli.console;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/**
 * How far a long run is: a bar that overwrites itself on a terminal, a line now and then elsewhere.
 * Not thread-safe.
 */
public final class Progress implements AutoCloseable {

  private static final Duration LIVE_EVERY = Duration.ofMillis(200);
  private static final Duration FIRST_LINE = Duration.ofSeconds(2);
  private static final Duration LINE_EVERY = Duration.ofSeconds(5);

  /** From this part on the pace so far is worth telling a time by. */
  private static final double TELLING = 0.01;

  private static final int BAR = 24;

  private final Terminal terminal;
  private final String what;
  private final long total;
  private final InstantSource clock;
  private final Instant begin;
  private Instant last;
  private int shown;

  /**
   * Begins now.
   *
   * @param what what is counted, in the plural
   * @param total how many there will be; 0 when nobody knows
   */
  public Progress(Terminal terminal, String what, long total, InstantSource clock) {
    this.terminal = terminal;
    this.what = what;
    this.total = total;
    this.clock = clock;
    this.begin = clock.instant();
    this.last = begin;
  }

  /** Tells, when it is time to, that so many are done. */
  public void at(long done) {
    Instant now = clock.instant();
    if (Duration.between(last, now).compareTo(pause()) >= 0) {
      last = now;
      show(line(done, Duration.between(begin, now)));
    }
  }

  private Duration pause() {
    if (terminal.live()) {
      return LIVE_EVERY;
    }
    return last.equals(begin) ? FIRST_LINE : LINE_EVERY;
  }

  @Override
  public void close() {
    clear();
  }

  /** Takes the bar away, for other lines to come. */
  public void clear() {
    if (shown > 0) {
      terminal.err().print("\r" + " ".repeat(shown) + "\r");
      terminal.err().flush();
      shown = 0;
    }
  }

  private void show(String line) {
    if (terminal.live()) {
      String cut = line.substring(0, Math.min(line.length(), terminal.width() - 1));
      terminal.err().print("\r" + cut + " ".repeat(Math.max(0, shown - cut.length())));
      shown = cut.length();
    } else {
      terminal.err().println(line);
    }
    terminal.err().flush();
  }

  String line(long done, Duration elapsed) {
    double perSecond = done / Math.max(0.001, elapsed.toMillis() / 1000.0);
    if (total <= 0) {
      return String.format(Locale.ROOT, "%,d %s, %,.0f a second", done, what, perSecond);
    }
    double part = Math.min(1.0, (double) done / total);
    int filled = (int) Math.round(part * BAR);
    // The first pages say nothing of the pace: caches are cold and the cluster starts.
    String left = part < TELLING ? "?" : time(Math.round((total - done) / perSecond));
    return String.format(
        Locale.ROOT,
        "[%s%s] %3.0f %%  %,d of %,d %s, %,.0f a second, %s left",
        "#".repeat(filled),
        ".".repeat(BAR - filled),
        part * 100,
        done,
        total,
        what,
        perSecond,
        left);
  }

  private static String time(long seconds) {
    long rest = Math.max(0, seconds);
    return rest < 60
        ? rest + " s"
        : rest < 3600
            ? rest / 60 + " min " + rest % 60 + " s"
            : rest / 3600 + " h " + rest / 60 % 60 + " min";
  }
}
