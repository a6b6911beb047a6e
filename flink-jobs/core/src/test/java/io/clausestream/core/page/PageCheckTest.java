package io.clausestream.core.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clausestream.core.SamplePages;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageCheckTest {

  private static final byte[] PAGE = SamplePages.POLICY.getBytes(StandardCharsets.UTF_8);

  @Test
  void aCompressedPageIsUnpackedAndCheckedAgainstItsHash() throws Exception {
    byte[] decoded = BodyDecoder.decode(gzip(PAGE), BodyEncoding.GZIP);

    assertThat(decoded).isEqualTo(PAGE);
    PageCheck.bodyHash(decoded, Optional.of(Sha256.hex(PAGE)));
    assertRejected(
        RejectionReason.BODY_HASH_MISMATCH,
        () -> PageCheck.bodyHash(gzip(PAGE), Optional.of(Sha256.hex(PAGE))));
  }

  @Test
  void aTruncatedBodyIsCorrupt() throws Exception {
    byte[] whole = gzip(PAGE);
    byte[] half = Arrays.copyOf(whole, whole.length / 2);

    assertRejected(RejectionReason.BODY_CORRUPT, () -> BodyDecoder.decode(half, BodyEncoding.GZIP));
    assertRejected(RejectionReason.BODY_CORRUPT, () -> BodyDecoder.decode(half, BodyEncoding.ZSTD));
  }

  @Test
  void aSmallRecordCannotFillMemory() throws Exception {
    byte[] bomb = gzip(new byte[BodyDecoder.MAX_BODY_BYTES + 1]);

    assertRejected(
        RejectionReason.BODY_TOO_LARGE, () -> BodyDecoder.decode(bomb, BodyEncoding.GZIP));
  }

  @Test
  void aFetchFromTheFutureOfItsRecordIsRefused() throws Exception {
    Instant recorded = SamplePages.MONDAY;
    Instant justInTime = recorded.plus(PageCheck.MAX_CLOCK_SKEW);

    assertThat(PageCheck.fetchedAt(justInTime, Optional.of(recorded))).isEqualTo(justInTime);
    assertRejected(
        RejectionReason.INVALID_TIME,
        () -> PageCheck.fetchedAt(justInTime.plusMillis(1), Optional.of(recorded)));
    assertRejected(
        RejectionReason.INVALID_TIME,
        () -> PageCheck.fetchedAt(Instant.parse("9999-01-01T00:00:00Z"), Optional.of(recorded)));
    assertRejected(
        RejectionReason.INVALID_TIME, () -> PageCheck.fetchedAt(Instant.EPOCH, Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "two\nlines", "nul\0"})
  void namesThatIdsAreMadeOfAreChecked(String name) {
    assertRejected(RejectionReason.INVALID_FIELD, () -> PageCheck.name("platform", name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.com",
        "javascript:alert(1)",
        "http://exa mple.com",
        "http://exa|mple.com/a b",
        "/terms of service",
        "file:/etc"
      })
  void urlsMustBeAbsoluteAndOfTheWeb(String url) {
    assertRejected(RejectionReason.INVALID_URL, () -> PageCheck.url(url));
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.com/terms of service, https://example.com/terms%20of%20service",
    "https://example.com/a|b?q={x}, https://example.com/a%7Cb?q=%7Bx%7D",
    "https://example.com/100%/a%20b c, https://example.com/100%25/a%20b%20c",
    "https://example.com/a#b#c d, https://example.com/a#b%23c%20d",
    "https://example.com/ä ö, https://example.com/ä%20ö",
    "HTTPS://example.com/a, HTTPS://example.com/a",
    "' https://example.com/a ', https://example.com/a",
    "https://example.com/a%20b, https://example.com/a%20b"
  })
  void whatBrowsersMendInAnAddressIsMended(String url, String mended) throws Exception {
    assertThat(PageCheck.url(url)).hasToString(mended);
  }

  private static void assertRejected(RejectionReason reason, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            RejectedPageException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  private static byte[] gzip(byte[] bytes) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    }
    return out.toByteArray();
  }
}
