package io.clausestream.core.canonical;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The mark that a body may begin with, which is no text and says the charset for sure. */
enum ByteOrderMark {
  UTF_8(StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF),
  UTF_16BE(StandardCharsets.UTF_16BE, 0xFE, 0xFF),
  UTF_16LE(StandardCharsets.UTF_16LE, 0xFF, 0xFE);

  private final Charset charset;
  private final int[] bytes;

  ByteOrderMark(Charset charset, int... bytes) {
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
    return bytes.length;
  }

  private boolean begins(byte[] body) {
    if (body.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((body[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
