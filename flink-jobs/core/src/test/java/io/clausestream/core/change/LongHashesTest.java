package io.clausestream.core.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LongHashesTest {

  private final Random random = new Random(5);

  @Test
  void holdsWhatASetHolds() {
    for (int size = 0; size < 200; size++) {
      // Few values, so that some come twice, and zero and others at one slot are among them.
      long[] values =
          random.longs(size, -size, size + 1L).map(v -> (v & 1) == 0 ? v : v << 32).toArray();
      Set<Long> expected = new HashSet<>();
      for (long value : values) {
        expected.add(value);
      }
      LongHashes hashes = LongHashes.of(values);

      assertThat(hashes).isEqualTo(expected).hasSameSizeAs(expected);
      for (long value = -size - 1L; value <= size + 1; value++) {
        assertThat(hashes.has(value)).isEqualTo(expected.contains(value));
      }
    }
  }
}
