package io.clausestream.core.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.clausestream.core.SamplePages;
import io.clausestream.core.canonical.CanonicalPage;
import io.clausestream.core.canonical.Canonicalizer;
import io.clausestream.core.page.FetchedPage;
import io.clausestream.core.page.PageRef;
import io.clausestream.core.page.RejectedPageException;
import io.clausestream.core.quality.QualityInspector;
import java.util.Optional;

/** Any bytes under any content type become a canonical page or a rejection, twice the same. */
class CanonicalizerFuzzTest {

  private static final String[] TYPES = {
    "text/html",
    "text/html; charset=utf-16",
    "text/html; charset=shift_jis",
    "text/plain",
    "application/pdf",
    "application/xhtml+xml",
    ""
  };

  private final QualityInspector quality = new QualityInspector();

  @FuzzTest(maxDuration = "2m")
  void becomesAPageOrARejection(FuzzedDataProvider data) {
    PageRef ref =
        SamplePages.withContentType(
            SamplePages.ref("Example/Terms", SamplePages.MONDAY), data.pickValue(TYPES));
    FetchedPage page = SamplePages.page(ref, data.consumeRemainingAsBytes());

    Optional<CanonicalPage> first = canonical(page);
    assertThat(canonical(page)).isEqualTo(first);
    first.ifPresent(canonical -> quality.inspect(page, canonical));
  }

  private static Optional<CanonicalPage> canonical(FetchedPage page) {
    try {
      return Optional.of(Canonicalizer.canonicalize(page));
    } catch (RejectedPageException e) {
      return Optional.empty();
    }
  }
}
