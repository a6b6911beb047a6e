package io.clausestream.pipeline.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.clausestream.connector.testkit.Instants;
import io.clausestream.core.page.BodyEncoding;
import io.clausestream.core.page.FetchOutcome;
import io.clausestream.core.page.FetchedPage;
import io.clausestream.core.page.Origin;
import io.clausestream.core.page.RejectedPageException;
import io.clausestream.core.page.RejectionReason;
import io.clausestream.pipeline.Pages;
import io.clausestream.schema.Declaration;
import io.clausestream.schema.FetchId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FetchedPageMapperTest {

  private static final Instant AT = Instants.MONDAY_0600;
  private static final byte[] KEY = Pages.PLATFORM.getBytes(UTF_8);
  private static final String HTML = Pages.policy(30);

  @Test
  void everyFieldArrives() throws RejectedPageException {
    var wire =
        page(
            page ->
                page.setHttpStatus(203)
                    .setDeclaration(new Declaration(List.of("main"), List.of("nav", ".x"))));

    FetchedPage core = FetchedPageMapper.toCore(wire, KEY, AT);

    assertThat(core.ref().fetchId()).isEqualTo(wire.getFetchId());
    assertThat(core.ref().documentId()).isEqualTo(Pages.PRIVACY);
    assertThat(core.ref().platform()).isEqualTo(Pages.PLATFORM);
    assertThat(core.ref().documentType()).isEqualTo("Privacy Policy");
    assertThat(core.ref().url()).hasToString("https://example.com/Privacy-Policy");
    assertThat(core.ref().fetchedAt()).isEqualTo(AT);
    assertThat(core.ref().contentType()).contains("text/html; charset=utf-8");
    assertThat(core.ref().origin()).isEqualTo(Origin.LIVE);
    assertThat(core.outcome()).isEqualTo(FetchOutcome.OK);
    assertThat(core.httpStatus()).hasValue(203);
    assertThat(core.body()).isEqualTo(HTML.getBytes(UTF_8));
    assertThat(core.declaration().includeSelectors()).containsExactly("main");
    assertThat(core.declaration().excludeSelectors()).containsExactly("nav", ".x");
  }

  @Test
  void aBodyIsDecompressed() throws Exception {
    var wire =
        page(
            page ->
                page.setBody(ByteBuffer.wrap(gzip(HTML)))
                    .setBodyEncoding(io.clausestream.schema.BodyEncoding.GZIP));

    assertThat(FetchedPageMapper.toCore(wire, KEY, null).body()).isEqualTo(HTML.getBytes(UTF_8));
  }

  @Test
  void whatIsFinerThanAMillisecondIsDropped() throws RejectedPageException {
    var wire = page(page -> page.setFetchedAt(AT.plusNanos(999)));

    assertThat(FetchedPageMapper.toCore(wire, KEY, null).ref().fetchedAt()).isEqualTo(AT);
  }

  @Test
  void anEmptyNameIsRejected() {
    assertRejected(RejectionReason.INVALID_FIELD, "documentId", p -> p.setDocumentId(" "));
    assertRejected(RejectionReason.INVALID_FIELD, "fetchId", p -> p.setFetchId(""));
    assertRejected(RejectionReason.INVALID_FIELD, "platform", p -> p.setPlatform("a\nb"));
    assertRejected(RejectionReason.INVALID_FIELD, "documentType", p -> p.setDocumentType(""));
  }

  @Test
  void anIdThatIsNotMadeOfTheContentIsRejectedWithTheRightOne() {
    assertRejected(
        RejectionReason.INVALID_FIELD, page(page -> {}).getFetchId(), p -> p.setFetchId("one"));
  }

  @Test
  void aMissingOrWrongKeyIsRejected() {
    var wire = page(page -> {});

    assertThat(rejection(wire, null, AT)).hasMessageContaining("no key");
    assertThat(rejection(wire, "Other".getBytes(UTF_8), AT))
        .hasMessageContaining("'Other'")
        .hasMessageContaining("'Example'");
  }

  @Test
  void aRelativeUrlIsRejected() {
    assertRejected(RejectionReason.INVALID_URL, "/privacy", p -> p.setUrl("/privacy"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9999-12-31T23:59:59Z",
        "2026-01-05T07:00:00.001Z",
        "1990-12-31T23:59:59Z",
        "+1000000000-12-31T23:59:59.999999999Z",
        "-1000000000-01-01T00:00:00Z"
      })
  void aTimeThatNoFetchCanHaveIsRejected(String at) {
    assertRejected(RejectionReason.INVALID_TIME, "", p -> p.setFetchedAt(Instant.parse(at)));
  }

  @Test
  void aTimeBeyondTheMillisecondsIsRejectedWithoutATimeToCompareItWith() {
    var wire = page(page -> page.setFetchedAt(Instant.MAX));

    assertThat(rejection(wire, KEY, null).reason()).isEqualTo(RejectionReason.INVALID_TIME);
  }

  @Test
  void anHourOfSkewIsAllowed() throws RejectedPageException {
    var wire = page(page -> page.setFetchedAt(AT.plus(Duration.ofHours(1))));

    assertThat(FetchedPageMapper.fetchedAt(wire, AT)).isEqualTo(AT.plus(Duration.ofHours(1)));
  }

  @Test
  void aBodyThatIsNotThereIsRejected() {
    assertRejected(RejectionReason.BODY_MISSING, "", p -> p.setBody(null).setBodySha256(null));
    assertRejected(
        RejectionReason.BODY_LOCATION_UNRESOLVED,
        "'store/1'",
        p -> p.setBody(null).setBodyLocation("store/1"));
  }

  @Test
  void aFailedFetchNeedsNoBody() throws RejectedPageException {
    var wire =
        page(
            page ->
                page.setOutcome(io.clausestream.schema.FetchOutcome.NETWORK_ERROR)
                    .setHttpStatus(null)
                    .setContentType(null)
                    .setBody(null)
                    .setBodySha256(null));
    wire.setFetchId(FetchId.of(wire.getDocumentId(), wire.getFetchedAt(), null));

    FetchedPage core = FetchedPageMapper.toCore(wire, KEY, AT);

    assertThat(core.body()).isEmpty();
    assertThat(core.httpStatus()).isEmpty();
    assertThat(core.ref().contentType()).isEmpty();
  }

  @Test
  void aTruncatedGzipIsRejected() {
    byte[] half = Arrays.copyOf(gzip(HTML), 100);

    assertRejected(
        RejectionReason.BODY_CORRUPT,
        "GZIP",
        p ->
            p.setBody(ByteBuffer.wrap(half))
                .setBodyEncoding(io.clausestream.schema.BodyEncoding.GZIP));
  }

  @Test
  void aBodyWithAnotherHashIsRejected() {
    assertRejected(
        RejectionReason.BODY_HASH_MISMATCH,
        "",
        p -> p.setBody(ByteBuffer.wrap("other".getBytes(UTF_8))));
  }

  @Test
  void aValueOfANewerWriterIsRejected() {
    assertRejected(
        RejectionReason.INVALID_FIELD,
        "outcome",
        p -> p.setOutcome(io.clausestream.schema.FetchOutcome.UNKNOWN));
    assertRejected(
        RejectionReason.INVALID_FIELD,
        "bodyEncoding",
        p -> p.setBodyEncoding(io.clausestream.schema.BodyEncoding.UNKNOWN));
    assertRejected(
        RejectionReason.INVALID_FIELD,
        "origin",
        p -> p.setOrigin(io.clausestream.schema.Origin.UNKNOWN));
  }

  @ParameterizedTest
  @EnumSource
  void everyEncodingOfTheCoreIsOnTheWire(BodyEncoding encoding) {
    String name = encoding.name();
    assertThat(io.clausestream.schema.BodyEncoding.valueOf(name).name()).isEqualTo(name);
  }

  private static void assertRejected(
      RejectionReason reason,
      String message,
      Consumer<io.clausestream.schema.FetchedPage.Builder> change) {
    RejectedPageException rejection = rejection(page(change), KEY, AT);
    assertThat(rejection.reason()).isEqualTo(reason);
    assertThat(rejection).hasMessageContaining(message);
  }

  private static RejectedPageException rejection(
      io.clausestream.schema.FetchedPage wire, byte[] key, Instant recordedAt) {
    return catchThrowableOfType(
        RejectedPageException.class, () -> FetchedPageMapper.toCore(wire, key, recordedAt));
  }

  private static io.clausestream.schema.FetchedPage page(
      Consumer<io.clausestream.schema.FetchedPage.Builder> change) {
    var page = Pages.builder(Pages.PRIVACY, HTML, AT);
    change.accept(page);
    return page.build();
  }

  private static byte[] gzip(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }
}
