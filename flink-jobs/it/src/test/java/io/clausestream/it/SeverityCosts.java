package io.clausestream.it;

import io.clausestream.core.ChangeDetector;
import io.clausestream.core.change.Finding;
import io.clausestream.core.page.FetchedPage;
import io.clausestream.core.page.RejectedPageException;
import io.clausestream.core.rules.ShippedRules;
import io.clausestream.core.severity.SeverityAssessor;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** All changed pages, one after the other; made by JMH in a JVM of its own. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class SeverityCosts {

  static final int MOST = 200;

  private final ChangeDetector detector = new ChangeDetector(ShippedRules.get());
  private final SeverityAssessor assessor = new SeverityAssessor(ShippedRules.get());
  private @Nullable ChangedPages changed;

  /** Finds the changes. */
  @Setup
  public void read() throws Exception {
    changed = ChangedPages.of(BenchArchive.path(), MOST);
  }

  /** Stages canonical, fingerprint and quality. */
  @Benchmark
  public void canonicalize(Blackhole out) throws RejectedPageException {
    for (FetchedPage page : Objects.requireNonNull(changed).pages()) {
      out.consume(detector.canonicalize(page));
    }
  }

  /** Stage severity. */
  @Benchmark
  public void classify(Blackhole out) {
    for (Finding.Changed change : Objects.requireNonNull(changed).changes()) {
      out.consume(assessor.assess(change));
    }
  }
}
