package io.clausestream.core.canonical;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The mark that a body may begin with, which is no text and says the charset for sure. */
enum ByteOrderMark {
  UTF_8(StandardCharsets.UTF_8, "\u00EF\u00BB\u00BF"),
  UTF_16BE(StandardCharsets.UTF_16BE, "\u00FE\u00FF"),
  UTF_16LE(StandardCharsets.UTF_16LE, "\u00FF\u00FE");

  private final Charset charset;

  /** Its bytes, as the characters of the same numbers. */
  private final String bytes;

  ByteOrderMark(Charset charset, String bytes) {
    this.charset = charset;
    this.bytes = bytes;
  }

  static Optional<ByteOrderMark> of(byte[] body) {
    for (ByteOrderMark mark : values()) {
      if (mark.begins(body)) {
        return Optional.of(mark);
      }
    }
    return Optional.empty();
  }

  Charset charset() {
    return charset;
  }

  int length() {
    return bytes.length();
  }

  private boolean begins(byte[] body) {
    if (body.length < bytes.length()) {
      return false;
    }
    for (int i = 0; i < bytes.length(); i++) {
      if ((body[i] & 0xFF) != bytes.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
