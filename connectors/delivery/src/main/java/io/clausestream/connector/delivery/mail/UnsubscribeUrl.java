package io.clausestream.connector.delivery.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clausestream.connector.delivery.Secret;
import io.clausestream.connector.delivery.Tokens;
import java.net.URLEncoder;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The URL of the header List-Unsubscribe: a template, in which <code>{subscriber}</code> becomes
 * the subscriber's id and <code>{token:NAME}</code> a token of that id by the secret of that name,
 * by which who answers there knows that the id was not guessed. Stateless.
 */
final class UnsubscribeUrl {

  private static final Pattern TOKEN = Pattern.compile("\\{token:([^}]*)}");

  private UnsubscribeUrl() {}

  /** Name of the secret that a template needs; empty when it needs none. */
  static Optional<String> secretName(String template) {
    Matcher token = TOKEN.matcher(template);
    return token.find() ? Optional.of(token.group(1)) : Optional.empty();
  }

  /**
   * The URL for a subscriber; empty when the secret that it needs has no key.
   *
   * @param secret the secret that it needs; empty when it needs none
   */
  static Optional<String> of(String template, String subscriberId, Optional<Secret> secret) {
    String named =
        template.replace(
            "{subscriber}", URLEncoder.encode(subscriberId, UTF_8).replace("+", "%20"));
    if (secretName(template).isEmpty()) {
      return Optional.of(named);
    }
    return secret
        .flatMap(found -> Tokens.keys(found).stream().findFirst())
        .map(key -> Tokens.of(key, "unsubscribe " + subscriberId))
        .map(token -> TOKEN.matcher(named).replaceAll(token));
  }
}
