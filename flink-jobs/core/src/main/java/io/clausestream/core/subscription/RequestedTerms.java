package io.clausestream.core.subscription;

import io.clausestream.core.severity.Direction;
import io.clausestream.core.severity.Severity;
import java.util.List;

/**
 * Terms as somebody asks for them, whole and not checked; {@link SubscriptionAdmission} makes
 * {@link Terms} of them, or says why not.
 *
 * @param plan id of the plan that sets the limits
 * @param state whether anything is told
 * @param platforms names of the platforms watched; {@value Interest#ALL} alone stands for all
 * @param documentTypes types of the documents; empty for all
 * @param categories category ids; empty for all
 * @param minimumSeverity the least severity
 * @param directions directions; empty for all
 * @param provisionLevel whether one provision must meet categories, severity and direction
 * @param provisionIds ids of provisions, one of which must be touched; empty for all
 * @param mutes what is not to be told
 * @param channels where it is told
 * @param language language of what is told, a BCP 47 tag
 * @param timeZone id of a time zone of the tz database
 * @param digest whether the weekly digest is told
 * @param digestDay English name of the day on which a week ends, upper case
 * @param digestHour hour of that day, 0 to 23
 */
public record RequestedTerms(
    String plan,
    Terms.State state,
    List<String> platforms,
    List<String> documentTypes,
    List<String> categories,
    Severity minimumSeverity,
    List<Direction> directions,
    boolean provisionLevel,
    List<String> provisionIds,
    List<Mute> mutes,
    List<ChannelTarget> channels,
    String language,
    String timeZone,
    boolean digest,
    String digestDay,
    int digestHour) {

  /** Copies the lists. */
  public RequestedTerms {
    platforms = List.copyOf(platforms);
    documentTypes = List.copyOf(documentTypes);
    categories = List.copyOf(categories);
    directions = List.copyOf(directions);
    provisionIds = List.copyOf(provisionIds);
    mutes = List.copyOf(mutes);
    channels = List.copyOf(channels);
  }

  /** Active terms of all changes of some platforms, in English, with the digest's usual time. */
  public static RequestedTerms of(String plan, List<String> platforms) {
    DigestTime digest = DigestTime.DEFAULT;
    return new RequestedTerms(
        plan,
        Terms.State.ACTIVE,
        platforms,
        List.of(),
        List.of(),
        Severity.LOW,
        List.of(),
        false,
        List.of(),
        List.of(),
        List.of(),
        "en",
        digest.zone().getId(),
        digest.wanted(),
        digest.day().name(),
        digest.hour());
  }
}
