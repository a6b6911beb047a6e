package io.clausestream.it;

import io.clausestream.core.ChangeDetector;
import io.clausestream.core.page.RejectedPageException;
import io.clausestream.core.rules.ShippedRules;
import io.clausestream.core.severity.SeverityAssessor;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * What each changed page costs by itself, in CPU time of the thread: the sums say what few whole
 * rewrites cost, these what a usual change does. Not thread-safe.
 */
final class PageCosts {

  private static final int WARM_UP = 15;
  private static final int ROUNDS = 20;

  private final ChangeDetector detector = new ChangeDetector(ShippedRules.get());
  private final SeverityAssessor assessor = new SeverityAssessor(ShippedRules.get());
  private final ChangedPages changed;
  private int heard;

  private PageCosts(ChangedPages changed) {
    this.changed = changed;
  }

  /** Classifying as a share of canonicalizing, of each page, the smallest first. */
  static double[] ratios(ChangedPages changed) throws RejectedPageException {
    PageCosts costs = new PageCosts(changed);
    double[] ratios = new double[changed.pages().size()];
    for (int i = 0; i < ratios.length; i++) {
      costs.round(i, WARM_UP);
    }
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = costs.round(i, ROUNDS);
    }
    Arrays.sort(ratios);
    return ratios;
  }

  private double round(int page, int times) throws RejectedPageException {
    long start = cpu();
    for (int i = 0; i < times; i++) {
      heard += detector.canonicalize(changed.pages().get(page)).hashCode();
    }
    long middle = cpu();
    for (int i = 0; i < times; i++) {
      heard += assessor.assess(changed.changes().get(page)).hashCode();
    }
    return (cpu() - middle) / (double) (middle - start);
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** So that no compiler drops what is measured. */
  @Override
  public String toString() {
    return "PageCosts[" + heard + "]";
  }
}
