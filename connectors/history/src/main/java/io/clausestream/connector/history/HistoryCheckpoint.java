package io.clausestream.connector.history;

import java.util.List;

/**
 * What the enumerator remembers.
 *
 * @param listed whether the archive's platforms were listed
 * @param remaining splits that no reader has; empty while not listed
 */
public record HistoryCheckpoint(boolean listed, List<HistorySplit> remaining) {

  /** Copies the list. */
  public HistoryCheckpoint {
    remaining = List.copyOf(remaining);
  }
}
