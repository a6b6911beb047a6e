package io.clausestream.cli.broker;

/** How records are printed. */
public enum RecordFormat {
  /** For people. */
  TEXT,
  /** One JSON object in a line, for programs. */
  JSONL
}
