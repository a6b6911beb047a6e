package io.clausestream.pipeline.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clausestream.core.canonical.CanonicalPage;
import io.clausestream.core.canonical.CanonicalText;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A canonical page as compressed bytes: title and links, each behind its length, then the text. It
 * lives for one hop between two operators of one build, so it carries no version.
 */
final class PackedPage {

  private static final byte[] NOTHING = {};

  private PackedPage() {}

  static byte[] pack(CanonicalPage page) {
    if (page.equals(CanonicalPage.EMPTY)) {
      return NOTHING;
    }
    List<byte[]> parts = new ArrayList<>();
    parts.add(page.title().getBytes(UTF_8));
    page.links().forEach(link -> parts.add(link.getBytes(UTF_8)));
    byte[] text = CanonicalText.format(page.blocks()).getBytes(UTF_8);
    int size = parts.stream().mapToInt(part -> Integer.BYTES + part.length).sum();
    ByteBuffer out = ByteBuffer.allocate(Integer.BYTES + size + text.length);
    out.putInt(page.links().size());
    parts.forEach(part -> out.putInt(part.length).put(part));
    return ZstdText.compress(out.put(text).array());
  }

  static CanonicalPage unpack(byte[] packed) {
    if (packed.length == 0) {
      return CanonicalPage.EMPTY;
    }
    ByteBuffer in = ByteBuffer.wrap(ZstdText.decompress(packed));
    int links = in.getInt();
    String title = string(in, in.getInt());
    List<String> targets = new ArrayList<>(links);
    for (int i = 0; i < links; i++) {
      targets.add(string(in, in.getInt()));
    }
    String text = string(in, in.remaining());
    return new CanonicalPage(title, CanonicalText.parse(text), targets);
  }

  private static String string(ByteBuffer in, int length) {
    byte[] bytes = new byte[length];
    in.get(bytes);
    return new String(bytes, UTF_8);
  }
}
