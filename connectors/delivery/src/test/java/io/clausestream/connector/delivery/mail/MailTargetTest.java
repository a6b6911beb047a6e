package io.clausestream.connector.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.InternetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailTargetTest {

  @Test
  void anAddressIsReadAndItsDomainPutIntoAscii() {
    assertThat(MailTarget.of("reader+terms@quillstead.example").map(InternetAddress::getAddress))
        .hasValue("reader+terms@quillstead.example");
    assertThat(MailTarget.of("leser@büro.example").map(InternetAddress::getAddress))
        .hasValue("leser@xn--bro-hoa.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "reader",
        "@x.example",
        "a@",
        "a@b@c",
        "a b@x.example",
        "a@x.example,b@x.example",
        "Reader <a@x.example>",
        "a@x.example\r\nBcc: b@x.example",
        "a@x.example\nRCPT TO:<b@y>",
        "group:a@x.example;",
        "\"a b\"@x.example",
        "a@[127.0.0.1]",
        "jürgen@x.example",
        "a..b@x.example"
      })
  void anythingElseIsNone(String target) {
    assertThat(MailTarget.of(target)).isEmpty();
  }
}
