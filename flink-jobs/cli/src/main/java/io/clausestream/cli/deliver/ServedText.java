package io.clausestream.cli.deliver;

import io.clausestream.connector.delivery.ChannelSettings;
import io.clausestream.connector.delivery.FoundSecret;
import io.clausestream.connector.delivery.mail.MailSettings;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which channels are served, in words. Stateless. */
final class ServedText {

  private ServedText() {}

  /**
   * A line for each kind of channel that is served.
   *
   * @param feeds where feeds are served; empty when they are not
   */
  static List<String> lines(DeliverySetup setup, Optional<InetSocketAddress> feeds) {
    ChannelSettings channels = setup.channels();
    List<String> lines = new ArrayList<>();
    lines.add(line("webhook", targets(channels.allowedTargets())));
    lines.add(line("slack", "incoming webhooks, by secrets"));
    channels.mail().ifPresent(mail -> lines.add(line("email", mail(mail))));
    channels
        .feedFolder()
        .ifPresent(
            folder -> lines.add(line("feed", folder + feeds.map(ServedText::at).orElse(""))));
    channels.linesFolder().ifPresent(folder -> lines.add(line("lines", folder.toString())));
    return lines;
  }

  /** What is wrong with the secret of the feeds; empty when nothing is. */
  static Optional<String> faultOfFeeds(DeliverySetup setup) {
    return setup
        .feeds()
        .flatMap(place -> FoundSecret.of(setup.secrets(), place.secretName()).failure())
        .map(
            fault ->
                "No feed can be read: secret '%s' does not exist or is empty; make it of 32 random"
                        .formatted(setup.feeds().orElseThrow().secretName())
                    + " characters or more.");
  }

  private static String targets(List<String> allowed) {
    return "the public internet" + (allowed.isEmpty() ? "" : ", and " + String.join(", ", allowed));
  }

  private static String mail(MailSettings mail) {
    String encryption = mail.encryption().name().toLowerCase(Locale.ROOT);
    return "%s:%d, %s, from %s".formatted(mail.host(), mail.port(), encryption, mail.from());
  }

  private static String at(InetSocketAddress address) {
    return ", served at http://"
        + address.getAddress().getHostAddress()
        + ":"
        + address.getPort()
        + "/feeds";
  }

  private static String line(String kind, String what) {
    return "  %-10s %s".formatted(kind, what);
  }
}
