package io.clausestream.pipeline.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.page.Declaration;
import io.clausestream.core.page.RejectionReason;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CanonicalCacheTest {

  private static final Canonical REJECTED =
      new Canonical.Rejected(RejectionReason.NESTED_TOO_DEEP, "too deep");

  @Test
  void thePageThatWasNotAskedForTheLongestGoesFirst() {
    CanonicalCache cache = new CanonicalCache(2, Long.MAX_VALUE);
    cache.put(key("a"), REJECTED);
    cache.put(key("b"), REJECTED);
    assertThat(cache.get(key("a"))).contains(REJECTED);
    cache.put(key("c"), REJECTED);

    assertThat(cache.get(key("a"))).isPresent();
    assertThat(cache.get(key("b"))).isEmpty();
    assertThat(cache.get(key("c"))).isPresent();
  }

  @Test
  void theBytesAreBoundedHoweverLargeAPageIs() {
    CanonicalCache cache = new CanonicalCache(100, 3L * REJECTED.size());
    for (int i = 0; i < 10; i++) {
      cache.put(key("page " + i), REJECTED);
    }
    assertThat(cache.entries()).isEqualTo(3);
    assertThat(cache.bytes()).isEqualTo(3L * REJECTED.size());

    String large = "x".repeat(4 * REJECTED.size());
    cache.put(key("large"), new Canonical.Rejected(RejectionReason.WORK_BUDGET, large));

    assertThat(cache.entries()).isZero();
    assertThat(cache.bytes()).isZero();
  }

  @Test
  void aPageThatIsPutAgainCountsOnce() {
    CanonicalCache cache = new CanonicalCache(2, Long.MAX_VALUE);
    cache.put(key("a"), REJECTED);
    cache.put(key("a"), REJECTED);

    assertThat(cache.bytes()).isEqualTo(REJECTED.size());
  }

  @Test
  void whateverTheContentDependsOnIsInTheKey() {
    CanonicalCache cache = new CanonicalCache();
    cache.put(key("a"), REJECTED);
    Declaration main = new Declaration(List.of("main"), List.of());

    assertThat(cache.get(new ContentKey("a", type("x"), "OK", OptionalInt.of(200), none(), 1)))
        .isEmpty();
    assertThat(cache.get(new ContentKey("a", type("t"), "OK", OptionalInt.of(404), none(), 1)))
        .isEmpty();
    assertThat(cache.get(new ContentKey("a", type("t"), "OK", OptionalInt.of(200), main, 1)))
        .isEmpty();
    assertThat(cache.get(new ContentKey("a", type("t"), "OK", OptionalInt.of(200), none(), 2)))
        .isEmpty();
  }

  private static ContentKey key(String body) {
    return new ContentKey(body, type("t"), "OK", OptionalInt.of(200), none(), 1);
  }

  private static Optional<String> type(String type) {
    return Optional.of(type);
  }

  private static Declaration none() {
    return Declaration.NONE;
  }
}
