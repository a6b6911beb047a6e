package io.clausestream.core.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.Node;

/** Collects what is wrong with a file; no more than is read. One thread. */
final class Faults {

  private static final String FILE = "the file";

  private final List<RuleFault> first = new ArrayList<>();
  private int count;

  /** A fault of the whole file. */
  void add(String message) {
    add(0, FILE, message);
  }

  /** A fault at a node. */
  void add(Node node, String place, String message) {
    add(node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0), place, message);
  }

  void add(int line, String place, String message) {
    count++;
    if (first.size() < RuleFile.MAX_FAULTS) {
      first.add(new RuleFault(line, place, message));
    }
  }

  /** The first of them, by line. */
  List<RuleFault> first() {
    return first.stream().sorted(Comparator.comparingInt(RuleFault::line)).toList();
  }

  int count() {
    return count;
  }
}
