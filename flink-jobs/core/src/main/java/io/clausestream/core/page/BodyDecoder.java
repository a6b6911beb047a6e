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
    byte[] decoded = encoding == BodyEncoding.IDENTITY ? body : decompress(body, encoding);
    if (decoded.length > MAX_BODY_BYTES) {
      throw new RejectedPageException(
          RejectionReason.BODY_TOO_LARGE,
          "The body is larger than "
              + MAX_BODY_BYTES
              + " bytes; the crawler should refuse such pages.");
    }
    return decoded;
  }

  private static byte[] decompress(byte[] body, BodyEncoding encoding)
      throws RejectedPageException {
    try (InputStream in = open(new ByteArrayInputStream(body), encoding)) {
      return in.readNBytes(MAX_BODY_BYTES + 1);
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
