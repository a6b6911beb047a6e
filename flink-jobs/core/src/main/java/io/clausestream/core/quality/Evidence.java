package io.clausestream.core.quality;

/**
 * A finding that speaks against a capture.
 *
 * @param code what was found
 * @param detail the finding in one sentence, with the value that shows it
 */
public record Evidence(EvidenceCode code, String detail) {

  @Override
  public String toString() {
    return code + ": " + detail;
  }
}
