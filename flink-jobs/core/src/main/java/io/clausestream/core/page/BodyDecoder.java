package io.clausestream.core.page;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * Decompresses bodies within {@link #MAX_BODY_BYTES}, so that a small record cannot fill memory.
 */
public final class BodyDecoder {

  /** The largest body that a page may have, in bytes: 32 MiB. */
  public static final int MAX_BODY_BYTES = 32 << 20;

  private BodyDecoder() {}

  /**
   * Decodes a body.
   *
   * @throws RejectedPageException if it is corrupt, ends early or is too large
   */
  public static byte[] decode(byte[] body, BodyEncoding encoding) throws RejectedPageException {
    return decode(body, encoding, MAX_BODY_BYTES);
  }

  /**
   * Decodes a body.
   *
   * @param maxBytes the largest that it may be, in bytes, decoded; at most {@link #MAX_BODY_BYTES}
   * @throws RejectedPageException if it is corrupt, ends early or is too large
   */
  public static byte[] decode(byte[] body, BodyEncoding encoding, int maxBytes)
      throws RejectedPageException {
    byte[] decoded =
        encoding == BodyEncoding.IDENTITY ? body : decompress(body, encoding, maxBytes + 1);
    if (decoded.length > maxBytes) {
      throw new RejectedPageException(
          RejectionReason.BODY_TOO_LARGE,
          "The body is larger than " + maxBytes + " bytes, the most that a page may have.");
    }
    return decoded;
  }

  private static byte[] decompress(byte[] body, BodyEncoding encoding, int most)
      throws RejectedPageException {
    try (InputStream in = open(new ByteArrayInputStream(body), encoding)) {
      return in.readNBytes(most);
    } catch (IOException e) {
      throw new RejectedPageException(
          RejectionReason.BODY_CORRUPT,
          "The body of "
              + body.length
              + " bytes is no complete "
              + encoding
              + " stream ("
              + e.getMessage()
              + "); send it again as it was fetched.");
    }
  }

  private static InputStream open(InputStream in, BodyEncoding encoding) throws IOException {
    return encoding == BodyEncoding.GZIP ? new GZIPInputStream(in) : new ZstdInputStream(in);
  }
}
