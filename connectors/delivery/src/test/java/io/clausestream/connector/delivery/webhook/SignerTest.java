package io.clausestream.connector.delivery.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.connector.delivery.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignerTest {

  private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String OTHER = "whsec_" + "QUJD".repeat(8);

  /** The example of the specification of Standard Webhooks. */
  @Test
  void theSignatureIsThatOfTheSpecification() {
    assertThat(sign(KEY)).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void whileKeysAreRotatedEachOfThemSigns() {
    assertThat(sign(OTHER + "\n\n " + KEY + "\r\n")).isEqualTo(sign(OTHER) + " " + sign(KEY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "secret",
        "whsec_",
        "whsec_!!!!",
        "whsec_QUJD",
        "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
      })
  void whatIsNoKeyGivesNoSigner(String secret) {
    assertThat(Signer.of(new Secret(secret))).isEmpty();
    assertThat(Signer.of(new Secret(KEY + "\n" + secret + "x"))).isEmpty();
  }

  private static String sign(String secret) {
    return Signer.of(new Secret(secret))
        .orElseThrow()
        .sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}".getBytes(UTF_8));
  }
}
