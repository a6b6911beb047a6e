package io.clausestream.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.TypeConversionException;

/** Instants as people write them on the command line. */
final class Instants {

  private Instants() {}

  /** An instant with its offset, or a day, which stands for its begin in UTC. */
  static Instant parse(String text) {
    try {
      return text.contains("T")
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(
          "'" + text + "' is no instant; write it like 2026-01-31T12:00:00Z or 2026-01-31");
    }
  }
}
