package io.clausestream.core.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.clausestream.core.change.DetectorHarness;
import java.util.ArrayList;
import java.util.List;

/** Any captures in a row, of two documents, are judged without a fault, twice the same. */
class ChangeDetectorFuzzTest {

  private static final String FILLER = "<p>%s</p>".formatted("We keep your data. ".repeat(20));
  private static final int CAPTURES = 5;

  @FuzzTest(maxDuration = "2m")
  void judgesAnyCapturesWithoutAFault(FuzzedDataProvider data) {
    List<String> pages = new ArrayList<>();
    for (int i = 0; i < CAPTURES; i++) {
      pages.add("<main><h1>Terms</h1>" + FILLER + data.consumeString(2_000) + "</main>");
    }
    pages.add(pages.get(0));

    assertThat(judged(pages)).isEqualTo(judged(pages)).isNotEmpty();
  }

  private static List<String> judged(List<String> pages) {
    DetectorHarness harness = new DetectorHarness();
    for (int i = 0; i < pages.size(); i++) {
      String document = i % 3 == 2 ? "Example/Terms" : "Example/Privacy Policy";
      harness.fetch(document, 7 * i, pages.get(i));
    }
    return harness.told();
  }
}
