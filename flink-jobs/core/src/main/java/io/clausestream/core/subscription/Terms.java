package io.clausestream.core.subscription;

import java.util.List;

/**
 * What a subscriber wants to hear of, when and where.
 *
 * @param plan id of the plan that sets the limits
 * @param state whether anything is told
 * @param interest which changes
 * @param channels where it is told; empty: on the topics alone
 * @param language language of what is told, a BCP 47 tag
 * @param digest when the week ends
 */
public record Terms(
    String plan,
    State state,
    Interest interest,
    List<ChannelTarget> channels,
    String language,
    DigestTime digest) {

  /** Whether anything is told. */
  public enum State {
    /** It is. */
    ACTIVE,
    /** Not for now. */
    PAUSED,
    /** No more. */
    CANCELLED
  }

  /** Copies the list. */
  public Terms {
    channels = List.copyOf(channels);
  }

  /** Active terms without channels, in English. */
  public static Terms of(String plan, Interest interest) {
    return new Terms(plan, State.ACTIVE, interest, List.of(), "en", DigestTime.DEFAULT);
  }
}
