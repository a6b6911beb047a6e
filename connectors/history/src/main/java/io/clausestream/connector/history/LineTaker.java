package io.clausestream.connector.history;

import java.io.IOException;

/** Takes a line of a JSON Lines file that is not blank. */
@FunctionalInterface
interface LineTaker {

  /**
   * Takes a line.
   *
   * @param line its bytes without the line end
   * @param number which line of the file it is, counted from 1
   * @param offset where it begins, in bytes from the begin of the file
   * @throws ArchiveFormatException when it is wrong
   */
  void take(byte[] line, long number, long offset) throws IOException;
}
