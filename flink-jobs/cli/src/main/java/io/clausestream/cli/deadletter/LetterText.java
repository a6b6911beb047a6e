package io.clausestream.cli.deadletter;

import io.clausestream.cli.console.PlainText;
import io.clausestream.cli.console.Units;
import io.clausestream.schema.DeadLetter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What of a dead letter can be shown. Keys and headers are anyone's bytes, so they are tamed. */
final class LetterText {

  private LetterText() {}

  /** When the record arrived, to the second. */
  static String time(DeadLetter letter) {
    return letter.getRecordTimestamp() == null
        ? "-"
        : letter.getRecordTimestamp().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  static String key(DeadLetter letter) {
    return letter.getKey() == null ? "-" : text(letter.getKey());
  }

  static String size(DeadLetter letter) {
    return letter.getValue() == null ? "-" : Units.bytes(letter.getValue().remaining());
  }

  /** Where the record stood. */
  static String place(DeadLetter letter) {
    return letter.getTopic() == null
        ? "no topic"
        : letter.getTopic() + "-" + letter.getPartition() + " offset " + letter.getOffset();
  }

  /** Beginning of the id of the letter that the record was sent again from. */
  static Optional<String> origin(DeadLetter letter) {
    return Optional.ofNullable(letter.getHeaders().get(Redriver.HEADER))
        .map(LetterText::text)
        .map(id -> id.substring(0, Math.min(8, id.length())));
  }

  static String text(ByteBuffer bytes) {
    String text = PlainText.safe(StandardCharsets.UTF_8.decode(bytes.duplicate()).toString());
    return text.length() > 200 ? text.substring(0, 200) + "…" : text;
  }

  /** A copy of the bytes; null when there are none. */
  static byte @Nullable [] bytes(@Nullable ByteBuffer buffer) {
    if (buffer == null) {
      return null;
    }
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
