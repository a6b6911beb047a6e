package io.clausestream.pipeline.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.subscription.Interest;
import java.util.stream.IntStream;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BucketsTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 8, 16})
  void theBucketsOfAPlatformAreSharedEvenly(int parallelism) {
    for (String platform : new String[] {Interest.ALL, "Marrowby", "Quillstead", "a/b/c"}) {
      int[] buckets = new int[parallelism];
      for (String key : Buckets.keys(platform)) {
        buckets[
            KeyGroupRangeAssignment.assignKeyToParallelOperator(
                key, Buckets.KEY_GROUPS, parallelism)]++;
        assertThat(Buckets.platform(key)).isEqualTo(platform);
      }
      assertThat(buckets).as(platform).containsOnly(Buckets.COUNT / parallelism);
    }
  }

  @Test
  void subscribersAreSpreadOverAllBuckets() {
    int[] subscribers = new int[Buckets.COUNT];
    IntStream.range(0, 16_000).forEach(i -> subscribers[Buckets.of("subscriber-" + i)]++);

    assertThat(IntStream.of(subscribers).boxed().toList())
        .allSatisfy(count -> assertThat(count).isBetween(850, 1150));
  }

  @Test
  void keysAreForEver() {
    assertThat(Buckets.of("ada")).isEqualTo(15);
    assertThat(Buckets.key("Marrowby", 3)).isEqualTo("3/39/Marrowby");
    assertThat(Buckets.bucket(Buckets.key("Marrowby", 11))).isEqualTo(11);
  }
}
