package io.clausestream.connector.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.connector.delivery.Secret;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnsubscribeUrlTest {

  private static final String SIGNED =
      "https://marrowby.example/stop?s={subscriber}&t={token:stop}";
  private static final Secret KEY = new Secret("k".repeat(32) + "\n" + "old".repeat(20));

  @Test
  void theSubscriberIsEncoded() {
    assertThat(
            UnsubscribeUrl.of(
                "https://marrowby.example/{subscriber}", "a b/&{token:x}", Optional.empty()))
        .hasValue("https://marrowby.example/a%20b%2F%26%7Btoken%3Ax%7D");
  }

  /** The token as openssl makes it: printf 'unsubscribe ada' | openssl dgst -sha256 -hmac kkk... */
  @Test
  void theTokenIsTheHmacOfTheSubscriberByTheFirstKey() {
    assertThat(UnsubscribeUrl.secretName(SIGNED)).hasValue("stop");
    assertThat(UnsubscribeUrl.of(SIGNED, "ada", Optional.of(KEY)))
        .hasValue(
            "https://marrowby.example/stop?s=ada&t=nGhp76ecdmAZvv2Am158nZpYdlaKlqs3SmGsTaZplWQ");
    assertThat(UnsubscribeUrl.of(SIGNED, "bo", Optional.of(KEY)).orElseThrow())
        .doesNotContain("nGhp76ecdmAZvv2Am158nZpYdlaKlqs3SmGsTaZplWQ");
  }

  @Test
  void withoutAKeyThereIsNoUrl() {
    assertThat(UnsubscribeUrl.of(SIGNED, "ada", Optional.empty())).isEmpty();
    assertThat(UnsubscribeUrl.of(SIGNED, "ada", Optional.of(new Secret("short")))).isEmpty();
  }
}
