package io.clausestream.core.noise;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Runs kinds of noise on all documents and counts. */
final class NoiseTable {

  private NoiseTable() {}

  /** Every document with a kind of noise, alone and with siblings, each in another frame. */
  static List<Outcome> of(Noise noise) {
    int turn = Kinds.all().indexOf(noise);
    return IntStream.range(0, Document.all().size() * 2)
        .parallel()
        .mapToObj(i -> of(noise, i / 2, turn, i % 2 == 1))
        .toList();
  }

  /** One document with a kind of noise. */
  static Outcome of(Noise noise, int document, int turn, boolean siblings) {
    Frame frame = Frame.SEMANTIC.plus(document + turn);
    return NoiseRun.of(new Site(noise, Document.all().get(document), frame), siblings);
  }

  static int falseAlarms(List<Outcome> outcomes) {
    return outcomes.stream().mapToInt(o -> o.falseAlarms().size()).sum();
  }

  static int missed(List<Outcome> outcomes) {
    return outcomes.stream().mapToInt(o -> o.missed().size()).sum();
  }

  /** A line of figures: false alarms and missed edits, alone and with siblings. */
  static String line(String name, List<Outcome> outcomes) {
    List<Outcome> alone = outcomes.stream().filter(o -> !o.siblings()).toList();
    List<Outcome> together = outcomes.stream().filter(Outcome::siblings).toList();
    return String.format(
        Locale.ROOT,
        "%-22s sites %4d  alone: false %4d missed %3d   with siblings: false %4d missed %3d   mixed %d",
        name,
        outcomes.size(),
        falseAlarms(alone),
        missed(alone),
        falseAlarms(together),
        missed(together),
        outcomes.stream().mapToInt(Outcome::mixed).sum());
  }

  /** What went wrong, a line each. */
  static List<String> details(List<Outcome> outcomes) {
    List<String> lines = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      String who =
          "    %s %s %s%s "
              .formatted(
                  outcome.site().noise().name(),
                  outcome.site().document().name(),
                  outcome.site().frame(),
                  outcome.siblings() ? " +siblings" : "");
      outcome.falseAlarms().forEach(alarm -> lines.add(who + alarm));
      outcome.missed().forEach(edit -> lines.add(who + "MISSED edit " + edit));
    }
    return lines;
  }
}
