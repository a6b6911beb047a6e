package io.clausestream.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clausestream.connector.delivery.engine.PrometheusDeliveryMetrics;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Dashboard and alarms ask for metrics that there are: those of the job by the names that
 * metrics.md lists, those of delivery by the names that it shows.
 */
class MetricNamesTest {

  private static final Pattern NAME =
      Pattern.compile("(?:flink|clausestream_delivery)_[A-Za-z0-9_]+");
  private static final Pattern PREFIX = Pattern.compile("Behind `(flink_[a-z_]+)`");
  private static final Pattern ROW = Pattern.compile("\\| `([A-Za-z0-9_]+)` \\| .*");

  private static final String ALARMS = file("files/alarms.yaml");
  private static final String DASHBOARD = file("files/dashboard.json");

  @Test
  void everyMetricOfAlarmsAndDashboardIsListed() {
    Set<String> listed = listed();
    listed.addAll(ofDelivery());

    assertThat(listed).hasSizeGreaterThan(20);
    assertThat(names(ALARMS)).hasSizeGreaterThan(5).isSubsetOf(listed);
    assertThat(names(DASHBOARD)).hasSizeGreaterThan(15).isSubsetOf(listed);
  }

  @Test
  void everyQueryOfTheDashboardNamesAMetricAndEveryPanelSaysWhatItShows() {
    JsonNode panels = ChartFiles.json(DASHBOARD).get("panels");

    assertThat(panels)
        .hasSizeGreaterThan(10)
        .allSatisfy(
            panel -> {
              assertThat(panel.path("description").asText()).isNotBlank();
              assertThat(panel.get("targets"))
                  .isNotEmpty()
                  .allSatisfy(
                      target -> assertThat(names(target.path("expr").asText())).isNotEmpty());
            });
    assertThat(panels).extracting(panel -> panel.path("id").asInt()).doesNotHaveDuplicates();
  }

  @Test
  void everyAlarmSaysWhatIsWrongAndWhatToDo() {
    assertThat(ALARMS.lines().filter(line -> line.contains("- alert: "))).hasSizeGreaterThan(5);
    long alarms = ALARMS.lines().filter(line -> line.contains("- alert: ")).count();
    for (String part : List.of("summary: ", "remedy: ", "severity: ", "expr: ")) {
      assertThat(ALARMS.lines().filter(line -> line.contains(part))).hasSize((int) alarms);
    }
  }

  /** Names as Prometheus stores them, with what it adds to a histogram's. */
  private static Set<String> ofDelivery() {
    Set<String> names = new TreeSet<>();
    for (MetricSnapshot metric : new PrometheusDeliveryMetrics().registry().scrape()) {
      String name = metric.getMetadata().getPrometheusName();
      if (metric instanceof CounterSnapshot) {
        names.add(name + "_total");
      } else {
        names.add(metric instanceof HistogramSnapshot ? name + "_bucket" : name);
      }
    }
    return names;
  }

  /** The names in full: those of the engine, and those that stand behind a prefix. */
  private static Set<String> listed() {
    Set<String> names = new TreeSet<>();
    String prefix = "";
    for (String line : page().split("\n")) {
      Matcher behind = PREFIX.matcher(line);
      Matcher row = ROW.matcher(line);
      if (behind.find()) {
        prefix = behind.group(1);
      } else if (row.matches()) {
        names.add(prefix + row.group(1));
      } else if (line.startsWith("| ")) {
        names.addAll(names(line));
      }
    }
    return names;
  }

  private static Set<String> names(String text) {
    return NAME.matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(java.util.stream.Collectors.toCollection(TreeSet::new));
  }

  private static String page() {
    return ChartFiles.read(ChartFiles.ROOT.resolve("flink-jobs/docs/metrics.md"));
  }

  private static String file(String name) {
    return ChartFiles.read(ChartFiles.CHART.resolve(name));
  }
}
