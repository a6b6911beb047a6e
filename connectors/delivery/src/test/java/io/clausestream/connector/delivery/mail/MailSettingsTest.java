package io.clausestream.connector.delivery.mail;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clausestream.connector.delivery.mail.MailSettings.Encryption;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailSettingsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"", "nobody", "a@x.example, b@x.example", "a@x.example\r\nBcc: c@x.example"})
  void aSenderThatIsNoAddressIsRefused(String from) {
    assertThatThrownBy(() -> MailSettings.of("mail.example", from)).hasMessageContaining("Sender");
  }

  @Test
  void aPasswordIsNotSentInTheClear() {
    assertThatThrownBy(() -> settings(Encryption.NONE, Optional.empty()))
        .hasMessageContaining("without encryption");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://x.example/u", "https://x.example/a b", "https://x>\r\nBcc: y"})
  void anUnsubscribeUrlIsHttps(String url) {
    assertThatThrownBy(() -> settings(Encryption.TLS, Optional.of(url)))
        .hasMessageContaining("unsubscribe URL");
  }

  private static MailSettings settings(Encryption encryption, Optional<String> url) {
    return new MailSettings(
        "mail.example",
        587,
        encryption,
        Optional.of("user"),
        Optional.of("password"),
        "a@x.example",
        url,
        Optional.empty(),
        Optional.empty());
  }
}
