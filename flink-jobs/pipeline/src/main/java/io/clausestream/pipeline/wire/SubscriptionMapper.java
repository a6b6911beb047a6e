package io.clausestream.pipeline.wire;

import io.clausestream.connector.kafka.KafkaRecord;
import io.clausestream.core.severity.Direction;
import io.clausestream.core.severity.Severity;
import io.clausestream.core.subscription.ChannelTarget;
import io.clausestream.core.subscription.DigestTime;
import io.clausestream.core.subscription.Interest;
import io.clausestream.core.subscription.Mute;
import io.clausestream.core.subscription.RequestedTerms;
import io.clausestream.core.subscription.Subscription;
import io.clausestream.core.subscription.Terms;
import io.clausestream.schema.ChannelKind;
import io.clausestream.schema.SubscriptionChannel;
import io.clausestream.schema.SubscriptionRequest;
import io.clausestream.schema.SubscriptionState;
import io.clausestream.schema.SubscriptionTerms;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Subscriptions to and from the wire. Stateless. */
public final class SubscriptionMapper {

  private SubscriptionMapper() {}

  /**
   * The subscription of a record.
   *
   * @throws IllegalArgumentException naming the value, if one is unknown to this release or wrong
   */
  public static Subscription toCore(io.clausestream.schema.Subscription wire) {
    return new Subscription(
        wire.getSubscriberId(), toCore(wire.getTerms()), wire.getAlerts(), wire.getValidFrom());
  }

  /**
   * The terms of a record.
   *
   * @throws IllegalArgumentException naming the value, if one is unknown to this release or wrong
   */
  public static Terms toCore(SubscriptionTerms wire) {
    return new Terms(
        wire.getPlan(),
        named(Terms.State.class, wire.getState()),
        interest(wire),
        wire.getChannels().stream().map(SubscriptionMapper::toCore).toList(),
        wire.getLanguage(),
        new DigestTime(
            wire.getDigest(),
            zone(wire.getTimeZone()),
            named(DayOfWeek.class, wire.getDigestDay()),
            hour(wire.getDigestHour())));
  }

  /**
   * The request of a record.
   *
   * @throws IllegalArgumentException naming the value, if one is unknown to this release
   */
  public static io.clausestream.core.subscription.SubscriptionRequest toCore(
      SubscriptionRequest wire) {
    return new io.clausestream.core.subscription.SubscriptionRequest(
        wire.getSubscriberId(),
        requested(wire.getTerms()),
        Optional.ofNullable(wire.getValidFrom()));
  }

  private static RequestedTerms requested(SubscriptionTerms wire) {
    return new RequestedTerms(
        wire.getPlan(),
        named(Terms.State.class, wire.getState()),
        wire.getPlatforms(),
        wire.getDocumentTypes(),
        wire.getCategories(),
        named(Severity.class, wire.getMinimumSeverity()),
        wire.getDirections().stream().map(d -> named(Direction.class, d)).toList(),
        wire.getProvisionLevel(),
        wire.getProvisionIds(),
        wire.getMutes().stream().map(SubscriptionMapper::toCore).toList(),
        wire.getChannels().stream().map(SubscriptionMapper::toCore).toList(),
        wire.getLanguage(),
        wire.getTimeZone(),
        wire.getDigest(),
        wire.getDigestDay(),
        wire.getDigestHour());
  }

  /** The terms that somebody asks for, on the wire. */
  public static SubscriptionTerms toWire(RequestedTerms terms) {
    return SubscriptionTerms.newBuilder()
        .setPlan(terms.plan())
        .setState(SubscriptionState.valueOf(terms.state().name()))
        .setPlatforms(terms.platforms())
        .setDocumentTypes(terms.documentTypes())
        .setCategories(terms.categories())
        .setMinimumSeverity(toWire(terms.minimumSeverity()))
        .setDirections(terms.directions().stream().map(SubscriptionMapper::toWire).toList())
        .setProvisionLevel(terms.provisionLevel())
        .setProvisionIds(terms.provisionIds())
        .setMutes(terms.mutes().stream().map(SubscriptionMapper::toWire).toList())
        .setChannels(terms.channels().stream().map(SubscriptionMapper::toWire).toList())
        .setLanguage(terms.language())
        .setTimeZone(terms.timeZone())
        .setDigest(terms.digest())
        .setDigestDay(terms.digestDay())
        .setDigestHour(terms.digestHour())
        .build();
  }

  /** The record of terms that were admitted. */
  public static io.clausestream.schema.Subscription admitted(
      SubscriptionRequest request, Subscription subscription, KafkaRecord record) {
    return io.clausestream.schema.Subscription.newBuilder()
        .setSubscriberId(subscription.subscriberId())
        .setTerms(toWire(subscription.terms()))
        .setAlerts(subscription.alerts())
        .setValidFrom(subscription.validFrom())
        .setRequestId(request.getRequestId())
        .setRequestedBy(request.getRequestedBy())
        .setAdmittedAt(RefusalMapper.recordedAt(record))
        .setPartition(record.partition())
        .setOffset(record.offset())
        .setEngineVersion(EngineVersion.current())
        .build();
  }

  /** The terms on the wire; sets are sorted, so that equal terms have equal bytes. */
  public static SubscriptionTerms toWire(Terms terms) {
    Interest interest = terms.interest();
    return SubscriptionTerms.newBuilder()
        .setPlan(terms.plan())
        .setState(SubscriptionState.valueOf(terms.state().name()))
        .setPlatforms(sorted(interest.platforms()))
        .setDocumentTypes(sorted(interest.documentTypes()))
        .setCategories(sorted(interest.categories()))
        .setMinimumSeverity(toWire(interest.minimumSeverity()))
        .setDirections(
            interest.directions().stream().sorted().map(SubscriptionMapper::toWire).toList())
        .setProvisionLevel(interest.provisionLevel())
        .setProvisionIds(sorted(interest.provisionIds()))
        .setMutes(mutes(interest))
        .setChannels(terms.channels().stream().map(SubscriptionMapper::toWire).toList())
        .setLanguage(terms.language())
        .setTimeZone(terms.digest().zone().getId())
        .setDigest(terms.digest().wanted())
        .setDigestDay(terms.digest().day().name())
        .setDigestHour(terms.digest().hour())
        .build();
  }

  private static Interest interest(SubscriptionTerms wire) {
    return new Interest(
        Set.copyOf(wire.getPlatforms()),
        Set.copyOf(wire.getDocumentTypes()),
        Set.copyOf(wire.getCategories()),
        named(Severity.class, wire.getMinimumSeverity()),
        set(wire.getDirections(), d -> named(Direction.class, d)),
        wire.getProvisionLevel(),
        Set.copyOf(wire.getProvisionIds()),
        set(wire.getMutes(), SubscriptionMapper::toCore));
  }

  private static Mute toCore(io.clausestream.schema.Mute wire) {
    return new Mute(wire.getDocumentId(), Optional.ofNullable(wire.getProvisionId()));
  }

  private static io.clausestream.schema.Mute toWire(Mute mute) {
    return new io.clausestream.schema.Mute(mute.documentId(), mute.provisionId().orElse(null));
  }

  private static io.clausestream.schema.Severity toWire(Severity severity) {
    return io.clausestream.schema.Severity.valueOf(severity.name());
  }

  private static io.clausestream.schema.Direction toWire(Direction direction) {
    return io.clausestream.schema.Direction.valueOf(direction.name());
  }

  private static List<io.clausestream.schema.Mute> mutes(Interest interest) {
    return interest.mutes().stream()
        .sorted(
            Comparator.comparing(Mute::documentId).thenComparing(m -> m.provisionId().orElse("")))
        .map(SubscriptionMapper::toWire)
        .toList();
  }

  private static ChannelTarget toCore(SubscriptionChannel wire) {
    return new ChannelTarget(
        named(ChannelTarget.Kind.class, wire.getKind()),
        wire.getTarget(),
        Optional.ofNullable(wire.getSecret()));
  }

  private static SubscriptionChannel toWire(ChannelTarget channel) {
    return new SubscriptionChannel(
        ChannelKind.valueOf(channel.kind().name()),
        channel.target(),
        channel.secret().orElse(null));
  }

  private static <A, B> Set<B> set(Collection<A> values, Function<A, B> mapped) {
    return values.stream().map(mapped).collect(Collectors.toUnmodifiableSet());
  }

  private static List<String> sorted(Collection<String> values) {
    return values.stream().sorted().toList();
  }

  private static ZoneId zone(String id) {
    try {
      return ZoneId.of(id);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "'" + id + "' is no time zone; write it like Europe/Berlin or UTC.", e);
    }
  }

  private static int hour(int hour) {
    if (hour < 0 || hour > 23) {
      throw new IllegalArgumentException("The digest's hour is " + hour + "; use 0 to 23.");
    }
    return hour;
  }

  private static <E extends Enum<E>> E named(Class<E> type, Object value) {
    try {
      return Enum.valueOf(type, value.toString());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "'" + value + "' is no " + type.getSimpleName() + " that this release knows.", e);
    }
  }
}
