package io.clausestream.pipeline.cache;

import io.clausestream.core.page.RejectionReason;
import io.clausestream.pipeline.wire.CanonicalContent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What became of a page to bytes and back; its form is in the format version of the segment. */
final class CanonicalCodec {

  private static final int MADE = 1;
  private static final int REJECTED = 2;

  private CanonicalCodec() {}

  static byte[] encode(Canonical canonical) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      if (canonical instanceof Canonical.Made made) {
        out.write(MADE);
        write(out, made.content());
      } else if (canonical instanceof Canonical.Rejected rejected) {
        out.write(REJECTED);
        write(out, rejected.reason().name());
        write(out, rejected.detail());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory cannot fail", e);
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, CanonicalContent content) throws IOException {
    write(out, content.page());
    write(out, content.textSha256());
    write(out, content.linksSha256());
    write(out, content.declarationSha256());
    out.writeInt(content.evidence().size());
    for (String part : content.evidence()) {
      write(out, part);
    }
    out.writeInt(content.canonicalVersion());
    write(out, content.previous());
  }

  private static void write(DataOutputStream out, String value) throws IOException {
    write(out, value.getBytes(StandardCharsets.UTF_8));
  }

  private static void write(DataOutputStream out, byte[] value) throws IOException {
    out.writeInt(value.length);
    out.write(value);
  }

  /**
   * What the bytes hold.
   *
   * @throws IOException if it is no such thing
   */
  static Canonical decode(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    int kind = in.read();
    if (kind == MADE) {
      return new Canonical.Made(content(in));
    }
    if (kind == REJECTED) {
      return new Canonical.Rejected(RejectionReason.valueOf(string(in)), string(in));
    }
    throw new IOException("no content begins with " + kind);
  }

  private static CanonicalContent content(DataInputStream in) throws IOException {
    byte[] page = bytes(in);
    String text = string(in);
    String links = string(in);
    String declaration = string(in);
    List<String> evidence = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      evidence.add(string(in));
    }
    return new CanonicalContent(page, text, links, declaration, evidence, in.readInt(), bytes(in));
  }

  private static String string(DataInputStream in) throws IOException {
    return new String(bytes(in), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(DataInputStream in) throws IOException {
    int length = in.readInt();
    byte[] value = in.readNBytes(length);
    if (value.length != length) {
      throw new IOException("it ends before its end");
    }
    return value;
  }
}
