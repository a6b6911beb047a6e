package io.clausestream.core.corpus;

import io.clausestream.core.ChangeDetector;
import io.clausestream.core.DetectionListener;
import io.clausestream.core.change.Finding;
import io.clausestream.core.change.InMemoryPlatformState;
import io.clausestream.core.page.PageRef;
import io.clausestream.core.page.RejectedPageException;
import io.clausestream.core.rules.ShippedRules;
import io.clausestream.core.severity.PageChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Replays the captures of a case and keeps what the engine says of each. */
final class CorpusReplay implements DetectionListener {

  /** Longer than any deadline. */
  private static final Duration AFTERWARDS = Duration.ofDays(2);

  private final ChangeDetector detector = new ChangeDetector(ShippedRules.get());
  private final InMemoryPlatformState state = new InMemoryPlatformState();
  private final Map<String, List<String>> said = new HashMap<>();
  private final Map<String, StringBuilder> told = new HashMap<>();
  private Instant last = Instant.MIN;

  void fetch(Capture capture) throws RejectedPageException {
    detector.detect(detector.canonicalize(capture.page()), state, this);
    last = capture.at();
  }

  /** Lets all deadlines expire. */
  void end() {
    detector.expire(last.plus(AFTERWARDS), state, this);
  }

  /** What was said of a capture. */
  List<String> said(Capture capture) {
    return said.getOrDefault(capture.key(), List.of());
  }

  /** The texts, before and after, of the blocks that were told of a capture. */
  String told(Capture capture) {
    return told.getOrDefault(capture.key(), new StringBuilder()).toString();
  }

  private void say(PageRef ref, String what) {
    said.computeIfAbsent(key(ref), key -> new ArrayList<>()).add(what);
  }

  private static String key(PageRef ref) {
    return ref.documentId() + " " + ref.fetchedAt();
  }

  @Override
  public void verified(Finding.Verified verified) {
    say(verified.ref(), verified.first() ? "FIRST" : "VERIFIED");
  }

  @Override
  public void suppressed(Finding.Suppressed suppressed) {
    say(suppressed.ref(), suppressed.cause() + " " + suppressed.reason());
  }

  @Override
  public void changed(PageChange change) {
    Duration later = Duration.between(change.ref().fetchedAt(), change.detectedAt());
    say(change.ref(), "CHANGED" + (later.isZero() ? "" : " after " + later.toHours()));
    StringBuilder texts = told.computeIfAbsent(key(change.ref()), key -> new StringBuilder());
    change
        .assessment()
        .blocks()
        .forEach(
            block ->
                texts
                    .append(block.hunk().textBefore())
                    .append('\n')
                    .append(block.hunk().textAfter())
                    .append('\n'));
  }

  @Override
  public void healthChanged(Finding.HealthChanged health) {
    say(health.ref(), health.status().name());
  }
}
