package io.clausestream.connector.delivery;

import io.clausestream.connector.delivery.SendResult.Failed;
import io.clausestream.connector.delivery.SendResult.Retry;
import java.io.IOException;
import java.util.Optional;

/**
 * A secret that was looked for: it, or what an attempt without it comes to.
 *
 * @param secret the secret
 * @param failure the outcome when there is none
 */
public record FoundSecret(Optional<Secret> secret, Optional<SendResult> failure) {

  /**
   * Looks for a secret that a subscription names. One that is not the subscriber's is not read:
   * else whoever asks for terms could have messages signed with any key there is. Nor is it told
   * whether there is one: the names of the operator's secrets are nobody else's business.
   */
  public static FoundSecret of(Secrets secrets, String subscriberId, String name) {
    try {
      return secrets.isOwnedBy(subscriberId, name)
          ? of(secrets, name)
          : new FoundSecret(Optional.empty(), Optional.of(notOwned(name)));
    } catch (IOException e) {
      return new FoundSecret(Optional.empty(), Optional.of(unreadable(name)));
    }
  }

  /** Looks for a secret of the operator. */
  public static FoundSecret of(Secrets secrets, String name) {
    try {
      Optional<Secret> secret = secrets.find(name).filter(found -> !found.value().isEmpty());
      return new FoundSecret(
          secret, secret.isPresent() ? Optional.empty() : Optional.of(missing(name)));
    } catch (IOException e) {
      return new FoundSecret(Optional.empty(), Optional.of(unreadable(name)));
    }
  }

  private static SendResult missing(String name) {
    return new Failed(
        "SECRET_MISSING",
        "Secret '%s' does not exist or is empty; put it into its file or variable."
            .formatted(name));
  }

  private static SendResult notOwned(String name) {
    return new Failed(
        "SECRET_NOT_OWNED",
        "Secret '%s' is not this subscriber's, or there is none; put it into its file or variable, and write the subscriber's id into '%s.owner' beside the file, or into the variable with _OWNER behind."
            .formatted(name, name));
  }

  private static SendResult unreadable(String name) {
    return Retry.alone(
        "SECRET_UNREADABLE",
        "The file of secret '%s' cannot be read; check its permissions.".formatted(name));
  }
}
