package io.clausestream.cli.subscription;

import io.clausestream.core.subscription.ChannelTarget;
import io.clausestream.core.subscription.ChannelTarget.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Options that say where a subscriber is told. */
final class ChannelOptions {

  @Option(names = "--email", paramLabel = "ADDRESS", description = "By mail; may come again.")
  private List<String> emails = new ArrayList<>();

  @ArgGroup(exclusive = false, multiplicity = "0..*")
  private List<Webhook> webhooks = new ArrayList<>();

  @Option(
      names = "--slack",
      paramLabel = "SECRET_NAME",
      description = "In Slack; the name of the secret that is the URL of the incoming webhook.")
  private List<String> slacks = new ArrayList<>();

  @Option(names = "--feed", description = "By Atom feeds.")
  private boolean feed;

  @Option(names = "--lines", description = "By a file of JSON lines.")
  private boolean lines;

  /** A webhook needs both. */
  private static final class Webhook {
    @Option(
        names = "--webhook",
        required = true,
        paramLabel = "URL",
        description = "By HTTP POST to this https URL; may come again.")
    private String url;

    @Option(
        names = "--secret",
        required = true,
        paramLabel = "NAME",
        description = "Name of the secret that signs what is sent to the webhook.")
    private String secret;
  }

  List<ChannelTarget> channels() {
    List<ChannelTarget> channels = new ArrayList<>();
    emails.forEach(to -> channels.add(new ChannelTarget(Kind.EMAIL, to, Optional.empty())));
    webhooks.forEach(
        hook -> channels.add(new ChannelTarget(Kind.WEBHOOK, hook.url, Optional.of(hook.secret))));
    slacks.forEach(name -> channels.add(new ChannelTarget(Kind.SLACK, "", Optional.of(name))));
    if (feed) {
      channels.add(new ChannelTarget(Kind.FEED, "", Optional.empty()));
    }
    if (lines) {
      channels.add(new ChannelTarget(Kind.JSON_LINES, "", Optional.empty()));
    }
    return channels;
  }
}
