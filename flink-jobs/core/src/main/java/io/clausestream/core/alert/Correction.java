package io.clausestream.core.alert;

import java.util.Optional;

/**
 * Somebody says that a change was told wrongly.
 *
 * @param key key of the record that it came in
 * @param platform name of the change's platform
 * @param changeId id of the change
 * @param reason why it was wrong
 */
public record Correction(String key, String platform, String changeId, String reason) {

  /** Most characters of a reason. */
  public static final int LONGEST_REASON = 1000;

  /** What is known of the change. */
  public enum Known {
    /** Nothing, or no more. */
    NO,
    /** It was found. */
    YES,
    /** It was found, and corrected since. */
    CORRECTED
  }

  /** Why a correction is not made. */
  public enum Reason {
    /** It is not as it must be. */
    INVALID_CORRECTION,
    /** The change is not one of the last days. */
    CHANGE_UNKNOWN,
    /** There was one before. */
    ALREADY_CORRECTED
  }

  /**
   * A correction that is not made.
   *
   * @param reason why
   * @param detail the reason in one sentence, with the value and the remedy
   */
  public record Refusal(Reason reason, String detail) {}

  /** Why it is refused before anything is known of the change; empty if it is as it must be. */
  public Optional<Refusal> fault() {
    if (!key.equals(platform)) {
      return invalid("The key of the record is not its platform; make it the same.");
    }
    if (platform.isBlank()) {
      return invalid("The correction names no platform; give that of the change.");
    }
    if (changeId.isBlank()) {
      return invalid("The correction names no change; give its changeId.");
    }
    if (reason.isBlank()) {
      return invalid("The correction gives no reason; say in one sentence what was wrong.");
    }
    if (reason.length() > LONGEST_REASON) {
      return invalid(
          "The reason has "
              + reason.length()
              + " characters; at most "
              + LONGEST_REASON
              + " are told.");
    }
    return Optional.empty();
  }

  /** Why it is refused, given what is known of the change; empty if it is made. */
  public Optional<Refusal> refusal(Known known) {
    return switch (known) {
      case NO ->
          Optional.of(
              new Refusal(
                  Reason.CHANGE_UNKNOWN,
                  "Platform '"
                      + platform
                      + "' has no change "
                      + changeId
                      + " of the last "
                      + AlertMemory.TOLD.toDays()
                      + " days; only those can be corrected."));
      case CORRECTED ->
          Optional.of(
              new Refusal(
                  Reason.ALREADY_CORRECTED,
                  "Change " + changeId + " was corrected before; that correction stays."));
      case YES -> Optional.empty();
    };
  }

  private static Optional<Refusal> invalid(String detail) {
    return Optional.of(new Refusal(Reason.INVALID_CORRECTION, detail));
  }
}
