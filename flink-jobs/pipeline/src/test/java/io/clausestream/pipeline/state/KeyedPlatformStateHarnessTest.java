package io.clausestream.pipeline.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.connector.testkit.Instants;
import io.clausestream.core.change.InMemoryPlatformState;
import io.clausestream.core.change.Outline;
import io.clausestream.core.change.PlatformState;
import io.clausestream.core.change.Site;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeyedPlatformStateHarnessTest {

  private static final String LANTERNFOLD = "Lanternfold";
  private static final String MARROWBY = "Marrowby";

  @Test
  void theOutlinesThatWerePutLastAreKeptOnEveryBackendAndInMemory() throws Exception {
    InMemoryPlatformState twin = new InMemoryPlatformState();
    puts().forEach(id -> twin.putOutline(id, outline(id)));

    assertThat(twin.outlines())
        .hasSize(PlatformState.MAX_OUTLINES)
        .containsKeys("document 0", "document 66")
        .doesNotContainKeys("document 1", "document 2", "document 3");
    assertThat(kept(new HashMapStateBackend())).containsExactlyEntriesOf(twin.outlines());
    assertThat(kept(new EmbeddedRocksDBStateBackend())).containsExactlyEntriesOf(twin.outlines());
  }

  @Test
  void anAttemptSeesAndKeepsTheSameOutlinesAsPutsOneByOne() {
    InMemoryPlatformState twin = new InMemoryPlatformState();
    InMemoryPlatformState kept = new InMemoryPlatformState();
    List<String> ids = puts();
    ids.subList(0, 60).forEach(id -> kept.putOutline(id, outline(id)));
    ids.forEach(id -> twin.putOutline(id, outline(id)));

    BufferedPlatformState attempt = new BufferedPlatformState(kept);
    ids.subList(60, ids.size()).forEach(id -> attempt.putOutline(id, outline(id)));
    assertThat(attempt.outlines()).containsExactlyEntriesOf(twin.outlines());
    attempt.keep();

    assertThat(kept.outlines()).containsExactlyEntriesOf(twin.outlines());
  }

  @Test
  void aPlatformKnowsNothingOfAnother() throws Exception {
    try (Job job = new Job(new EmbeddedRocksDBStateBackend())) {
      job.at(LANTERNFOLD).putOutline("terms", outline("terms"));
      job.at(LANTERNFOLD).putSite(site());

      assertThat(job.at(MARROWBY).outlines()).isEmpty();
      assertThat(job.at(MARROWBY).site()).isEqualTo(Site.EMPTY);
      assertThat(job.at(LANTERNFOLD).outlines()).containsOnlyKeys("terms");
      assertThat(job.at(LANTERNFOLD).site()).isEqualTo(site());
    }
  }

  private static Map<String, Outline> kept(StateBackend backend) throws Exception {
    try (Job job = new Job(backend)) {
      for (String id : puts()) {
        job.at(LANTERNFOLD).putOutline(id, outline(id));
      }
      return new LinkedHashMap<>(job.at(LANTERNFOLD).outlines());
    }
  }

  /** 67 documents, the first of which comes again. */
  private static List<String> puts() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < PlatformState.MAX_OUTLINES; i++) {
      ids.add("document " + i);
    }
    ids.add("document 0");
    for (int i = 0; i < 3; i++) {
      ids.add("document " + (PlatformState.MAX_OUTLINES + i));
    }
    return ids;
  }

  private static Outline outline(String id) {
    return new Outline(id, List.of(new Outline.Entry(id.hashCode(), id.length())));
  }

  private static Site site() {
    return new Site(
        List.of(new Site.Furnishing(42, Instants.MONDAY_0600)),
        List.of(new Site.Told("terms", "before", "after", Instants.MONDAY_0600)),
        List.of(new Site.Return("terms", Instants.MONDAY_0600)));
  }

  /** An operator that does nothing but hold the state. */
  private static final class Job implements AutoCloseable {

    private final Holder holder = new Holder();
    private final KeyedOneInputStreamOperatorTestHarness<String, String, String> harness;

    Job(StateBackend backend) throws Exception {
      harness =
          new KeyedOneInputStreamOperatorTestHarness<>(
              new KeyedProcessOperator<>(holder), platform -> platform, Types.STRING);
      harness.setStateBackend(backend);
      harness.setup();
      harness.open();
    }

    /** The state, turned to a platform anew, so that nothing comes from a cache. */
    KeyedPlatformState at(String platform) throws Exception {
      harness.processElement(platform, 0);
      return Objects.requireNonNull(holder.state);
    }

    @Override
    public void close() {
      try {
        harness.close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static final class Holder extends KeyedProcessFunction<String, String, String> {

    private static final long serialVersionUID = 1;

    private transient @Nullable KeyedPlatformState state;

    @Override
    public void open(OpenContext context) {
      state = new KeyedPlatformState(getRuntimeContext());
    }

    @Override
    public void processElement(String platform, Context context, Collector<String> out) {
      Objects.requireNonNull(state).focus(context.getCurrentKey());
    }
  }
}
