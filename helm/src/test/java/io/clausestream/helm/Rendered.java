package io.clausestream.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What helm makes of the chart. Its library leaves hooks out of what it renders; so it is given a
 * copy of the chart in which they are resources like the others.
 *
 * @param text as helm prints it
 * @param documents the resources
 */
record Rendered(String text, List<JsonNode> documents) {

  private static final Pattern SEPARATOR = Pattern.compile("(?m)^---$");
  private static final Pattern HOOK = Pattern.compile("(?m)^ *helm\\.sh/hook: .*\\R");
  private static final Path CHART = withoutHooks();
  private static final Map<Path, Rendered> SCENARIOS = new ConcurrentHashMap<>();

  /** With the values of a scenario; rendered once. */
  static Rendered of(Path scenario) {
    return SCENARIOS.computeIfAbsent(scenario, file -> of(command().withValuesFile(file)));
  }

  static Rendered of(TemplateCommand command) {
    String text = command.call();
    List<JsonNode> documents =
        SEPARATOR
            .splitAsStream(text)
            .map(ChartFiles::yaml)
            .filter(document -> document.has("kind"))
            .toList();
    return new Rendered(text, documents);
  }

  /** To be given values. */
  static TemplateCommand command() {
    return new Helm(CHART).template().withName("demo").withNamespace("governance");
  }

  private static Path withoutHooks() {
    try {
      Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "chart");
      return ChartFiles.copy(
          folder.resolve("clausestream"), file -> HOOK.matcher(file).replaceAll(""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Stream<JsonNode> ofKind(String kind) {
    return documents.stream().filter(document -> document.path("kind").asText().equals(kind));
  }

  /** The one of a kind and name. */
  JsonNode one(String kind, String name) {
    List<JsonNode> found =
        ofKind(kind)
            .filter(document -> document.at("/metadata/name").asText().equals(name))
            .toList();
    if (found.size() != 1) {
      throw new AssertionError(kind + " " + name + " is there " + found.size() + " times");
    }
    return found.get(0);
  }

  /** The one of a kind. */
  JsonNode one(String kind) {
    List<JsonNode> found = ofKind(kind).toList();
    if (found.size() != 1) {
      throw new AssertionError(kind + " is there " + found.size() + " times");
    }
    return found.get(0);
  }

  /** The elements of an array, or nothing. */
  static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  /** The specifications of all pods that may come of these resources. */
  Stream<JsonNode> pods() {
    return documents.stream().flatMap(Rendered::pods);
  }

  private static Stream<JsonNode> pods(JsonNode document) {
    return switch (document.path("kind").asText()) {
      case "Deployment", "Job" -> Stream.of(document.at("/spec/template/spec"));
      case "FlinkDeployment" ->
          Stream.of("jobManager", "taskManager")
              .map(manager -> document.at("/spec/" + manager + "/podTemplate/spec"));
      default -> Stream.empty();
    };
  }

  static Stream<JsonNode> containers(JsonNode pod) {
    return Stream.concat(elements(pod.path("initContainers")), elements(pod.path("containers")));
  }
}
