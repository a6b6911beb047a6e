package io.clausestream.pipeline.wire;

import io.clausestream.core.change.Finding;
import io.clausestream.core.severity.AssessedProvision;
import io.clausestream.core.severity.Assessment;
import io.clausestream.core.severity.Direction;
import io.clausestream.core.severity.PageChange;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Findings as what they mean for each category. Stateless. */
public final class CategoryNewsMapper {

  private static final Set<Direction> MOVES = EnumSet.of(Direction.ADVERSE, Direction.PROTECTIVE);

  private CategoryNewsMapper() {}

  /** One for each category that the reading tells of. */
  public static List<CategoryNews> readings(Finding.CategoriesRead read) {
    List<CategoryNews> news = new ArrayList<>();
    read.differences()
        .forEach(
            (category, difference) ->
                news.add(
                    new CategoryNews(
                        category,
                        read.ref().platform(),
                        read.detectedAt().toEpochMilli(),
                        difference,
                        "",
                        "")));
    return news;
  }

  /**
   * One for each category that the change moves in one direction. A rewrite that moves clauses of a
   * category both ways says nothing of where the category goes.
   */
  public static List<CategoryNews> moves(PageChange change) {
    Map<String, EnumSet<Direction>> moved = new TreeMap<>();
    for (AssessedProvision provision : change.assessment().provisions()) {
      if (MOVES.contains(provision.direction())) {
        provision.categories().stream()
            .filter(category -> !category.equals(Assessment.OTHER))
            .forEach(
                category ->
                    moved
                        .computeIfAbsent(category, none -> EnumSet.noneOf(Direction.class))
                        .add(provision.direction()));
      }
    }
    List<CategoryNews> news = new ArrayList<>();
    moved.forEach(
        (category, directions) -> {
          if (directions.size() == 1) {
            news.add(move(change, category, directions.iterator().next()));
          }
        });
    return news;
  }

  private static CategoryNews move(PageChange change, String category, Direction direction) {
    return new CategoryNews(
        category,
        change.ref().platform(),
        change.detectedAt().toEpochMilli(),
        0,
        direction.name(),
        change.changeId());
  }
}
