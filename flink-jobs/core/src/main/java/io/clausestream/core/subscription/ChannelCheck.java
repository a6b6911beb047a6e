package io.clausestream.core.subscription;

import io.clausestream.core.subscription.SubscriptionRefusal.Reason;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Whether channels are such that something can be delivered on them. */
final class ChannelCheck {

  private static final int LONGEST_URL = 2_000;
  private static final int LONGEST_ADDRESS = 254;
  private static final int HIGHEST_PORT = 65_535;

  /** What ends with owner names the owners of a secret. */
  private static final Pattern SECRET =
      Pattern.compile("(?!(?i:.*[._-]owner)$)[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  /** One mailbox: nothing that could end it, name another or add a header. */
  private static final Pattern ADDRESS =
      Pattern.compile("[!#-'*+/-9=?A-Z^-~.-]{1,64}@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)*");

  private ChannelCheck() {}

  /** The first fault; a channel is named by its place, for its target is a personal datum. */
  static Optional<SubscriptionRefusal> check(List<ChannelTarget> channels) {
    return IntStream.range(0, channels.size())
        .mapToObj(i -> check(channels.get(i), i + 1))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<SubscriptionRefusal> check(ChannelTarget channel, int number) {
    return target(channel, number).or(() -> secret(channel, number));
  }

  private static Optional<SubscriptionRefusal> target(ChannelTarget channel, int number) {
    String target = channel.target();
    return switch (channel.kind()) {
      case WEBHOOK ->
          fault(
              isWebhook(target),
              Reason.CHANNEL_TARGET,
              "The target of channel %d (%s) is no https URL of a webhook; give one like"
                  + " https://hooks.example/clausestream, without user and fragment.",
              number,
              word(channel));
      case EMAIL ->
          fault(
              isAddress(target),
              Reason.CHANNEL_TARGET,
              "The target of channel %d (%s) is no mail address; give one like"
                  + " ada@example.com, without a name.",
              number,
              word(channel));
      case SLACK, FEED, JSON_LINES ->
          fault(
              target.isEmpty(),
              Reason.CHANNEL_TARGET,
              "Channel %d (%s) has a target, and needs none; leave it empty.",
              number,
              word(channel));
    };
  }

  private static Optional<SubscriptionRefusal> secret(ChannelTarget channel, int number) {
    boolean needed =
        switch (channel.kind()) {
          case WEBHOOK, SLACK -> true;
          case EMAIL, FEED, JSON_LINES -> false;
        };
    if (!needed) {
      return fault(
          channel.secret().isEmpty(),
          Reason.CHANNEL_SECRET,
          "Channel %d (%s) names a secret, and needs none; leave it out.",
          number,
          word(channel));
    }
    // What stands there may be the secret itself, so it is not repeated.
    return fault(
        channel.secret().filter(name -> SECRET.matcher(name).matches()).isPresent(),
        Reason.CHANNEL_SECRET,
        "Channel %d (%s) needs the name of a secret: up to 100 letters, digits, dots, dashes and"
            + " underscores, not ending with owner, never the secret itself.",
        number,
        word(channel));
  }

  private static boolean isWebhook(String target) {
    if (target.length() > LONGEST_URL || !Names.isPlain(target)) {
      return false;
    }
    try {
      URI uri = new URI(target);
      return "https".equalsIgnoreCase(uri.getScheme())
          && uri.getHost() != null
          && uri.getRawUserInfo() == null
          && uri.getPort() <= HIGHEST_PORT
          && uri.getRawFragment() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static boolean isAddress(String target) {
    return target.length() <= LONGEST_ADDRESS
        && Names.isPlain(target)
        && ADDRESS.matcher(target).matches();
  }

  private static Optional<SubscriptionRefusal> fault(
      boolean fine, Reason reason, String detail, Object... values) {
    return fine ? Optional.empty() : Optional.of(SubscriptionRefusal.of(reason, detail, values));
  }

  private static String word(ChannelTarget channel) {
    return channel.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
