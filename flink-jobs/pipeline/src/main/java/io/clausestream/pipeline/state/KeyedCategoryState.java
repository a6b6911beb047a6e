package io.clausestream.pipeline.state;

import io.clausestream.core.prevalence.CategoryTally;
import io.clausestream.core.prevalence.PlatformCounts;
import io.clausestream.pipeline.OperatorIds;
import io.clausestream.pipeline.wire.CategoryNews;
import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a category, in Flink's keyed state: of each platform a number, of each day
 * that has not ended what it brought, piece by piece, so that one more costs the same on any day.
 * Speaks of the current key. One thread.
 */
public final class KeyedCategoryState implements PlatformCounts {

  private final MapState<String, Integer> platforms;
  private final MapState<Long, Integer> arrivals;
  private final MapState<String, byte[]> news;
  private final ValueState<byte[]> tallies;

  private final CategoryNewsCodec newsCodec = new CategoryNewsCodec();
  private final CategoryTallyCodec tallyCodec = new CategoryTallyCodec();

  /** The state of the operator that is being opened. */
  public KeyedCategoryState(RuntimeContext context) {
    platforms =
        context.getMapState(
            new MapStateDescriptor<>(OperatorIds.STATE_PLATFORMS, Types.STRING, Types.INT));
    arrivals =
        context.getMapState(
            new MapStateDescriptor<>(OperatorIds.STATE_ARRIVALS, Types.LONG, Types.INT));
    news =
        context.getMapState(
            new MapStateDescriptor<>(
                OperatorIds.STATE_NEWS,
                Types.STRING,
                PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    tallies =
        context.getState(
            new ValueStateDescriptor<>(
                OperatorIds.STATE_TALLY, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
  }

  /** Where the category stood at the end of the last day that was closed. */
  public CategoryTally tally() {
    byte[] stored = access(OperatorIds.STATE_TALLY, tallies::value);
    return stored == null ? CategoryTally.NONE : tallyCodec.decode(stored);
  }

  /** Keeps where the category stands. */
  public void putTally(CategoryTally tally) {
    access(
        OperatorIds.STATE_TALLY,
        () -> {
          tallies.update(tallyCodec.encode(tally));
          return true;
        });
  }

  /** Keeps what belongs to a day until the day is taken. */
  public void add(LocalDate day, CategoryNews one) {
    access(
        OperatorIds.STATE_NEWS,
        () -> {
          int before = count(day);
          news.put(place(day, before), newsCodec.encode(one));
          arrivals.put(day.toEpochDay(), before + 1);
          return true;
        });
  }

  /** Hands out what belongs to a day, in the order in which it came, and forgets it. */
  public void take(LocalDate day, String category, Consumer<CategoryNews> to) {
    access(
        OperatorIds.STATE_NEWS,
        () -> {
          int all = count(day);
          for (int i = 0; i < all; i++) {
            String place = place(day, i);
            to.accept(newsCodec.decode(category, news.get(place)));
            news.remove(place);
          }
          arrivals.remove(day.toEpochDay());
          return true;
        });
  }

  @Override
  public OptionalInt documents(String platform) {
    Integer stored = access(OperatorIds.STATE_PLATFORMS, () -> platforms.get(platform));
    return stored == null ? OptionalInt.empty() : OptionalInt.of(stored);
  }

  @Override
  public void put(String platform, int documents) {
    access(
        OperatorIds.STATE_PLATFORMS,
        () -> {
          platforms.put(platform, documents);
          return true;
        });
  }

  private int count(LocalDate day) throws Exception {
    Integer stored = arrivals.get(day.toEpochDay());
    return stored == null ? 0 : stored;
  }

  private static String place(LocalDate day, int index) {
    return day.toEpochDay() + "/" + index;
  }

  private static <T extends @Nullable Object> T access(String state, Access<T> access) {
    try {
      return access.run();
    } catch (Exception e) {
      throw new IllegalStateException("Cannot read or write state '" + state + "'", e);
    }
  }

  @FunctionalInterface
  private interface Access<T extends @Nullable Object> {
    T run() throws Exception;
  }
}
