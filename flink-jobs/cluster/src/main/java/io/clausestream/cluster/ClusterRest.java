package io.clausestream.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Asks and tells a cluster over Flink's REST. Threads may share it. */
public final class ClusterRest {

  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI root;
  private final HttpClient http = HttpClient.newHttpClient();

  /** Of the cluster at an address. */
  public ClusterRest(URI root) {
    this.root = root;
  }

  /** Flink's web pages. */
  public URI webUrl() {
    return root;
  }

  /** How many TaskManagers have registered; 0 while nobody answers. */
  public int taskManagers() {
    return get("/overview").map(overview -> overview.path("taskmanagers").asInt()).orElse(0);
  }

  /** The status of a job as Flink names it; empty while nobody answers or knows it. */
  public Optional<String> status(String jobId) {
    return get("/jobs/" + jobId).map(job -> job.path("state").asText());
  }

  /** Whether every subtask of a job runs; the job itself says so earlier. */
  public boolean isRunning(String jobId) {
    return get("/jobs/" + jobId)
        .filter(job -> job.path("state").asText().equals("RUNNING"))
        .map(job -> job.path("vertices"))
        .filter(vertices -> !vertices.isEmpty())
        .map(
            vertices ->
                StreamSupport.stream(vertices.spliterator(), false)
                    .allMatch(vertex -> vertex.path("status").asText().equals("RUNNING")))
        .orElse(false);
  }

  /** Why a job failed last, as its innermost cause says; empty when it did not. */
  public Optional<String> failure(String jobId) {
    return get("/jobs/" + jobId + "/exceptions")
        .map(all -> all.at("/exceptionHistory/entries/0/stacktrace").asText())
        .flatMap(Causes::innermost);
  }

  /** What became of the checkpoints of a job, as Flink tells it; empty while nobody answers. */
  public Optional<JsonNode> checkpoints(String jobId) {
    return get("/jobs/" + jobId + "/checkpoints");
  }

  /** How many checkpoints of a job are complete since the JobManager knows it. */
  public long completedCheckpoints(String jobId) {
    return checkpoints(jobId).map(all -> all.at("/counts/completed").asLong()).orElse(0L);
  }

  /** Takes a checkpoint and waits for it, so long at most; whether it is complete. */
  public boolean checkpoint(String jobId, Duration limit) throws InterruptedException {
    Optional<String> trigger =
        post("/jobs/" + jobId + "/checkpoints", "{\"checkpointType\":\"CONFIGURED\"}")
            .map(answer -> answer.path("request-id").asText());
    return trigger.isPresent()
        && result("/jobs/" + jobId + "/checkpoints/" + trigger.get(), limit)
            .filter(operation -> !operation.has("failureCause"))
            .isPresent();
  }

  /**
   * Stops a job with a savepoint.
   *
   * @param folder where the savepoint goes, a URI
   * @return where it is
   * @throws IllegalStateException when it fails; the job goes on then
   */
  public String stopWithSavepoint(String jobId, String folder, Duration limit)
      throws InterruptedException {
    String trigger =
        post(
                "/jobs/" + jobId + "/stop",
                JSON.createObjectNode()
                    .put("targetDirectory", folder)
                    .put("drain", false)
                    .toString())
            .map(answer -> answer.path("request-id").asText())
            .orElseThrow(() -> new IllegalStateException("The cluster does not stop the job"));
    JsonNode operation =
        result("/jobs/" + jobId + "/savepoints/" + trigger, limit)
            .orElseThrow(
                () -> new IllegalStateException("The savepoint was not there after " + limit));
    if (!operation.has("location")) {
      throw new IllegalStateException("The savepoint failed: " + operation);
    }
    return operation.path("location").asText();
  }

  /** Asks a job to end without a savepoint; does not wait. */
  public void cancel(String jobId) throws InterruptedException {
    send(request("/jobs/" + jobId + "?mode=cancel").method("PATCH", none()).build());
  }

  /** What Flink answers; empty while nobody does, or when it is no success. */
  public Optional<JsonNode> get(String path) {
    try {
      return send(request(path).build());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Optional<JsonNode> post(String path, String body) throws InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  /** The outcome of what goes on in the background. */
  private Optional<JsonNode> result(String path, Duration limit) throws InterruptedException {
    long giveUp = System.nanoTime() + limit.toNanos();
    while (System.nanoTime() < giveUp) {
      Optional<JsonNode> answer = get(path);
      if (answer.isPresent() && answer.get().at("/status/id").asText().equals("COMPLETED")) {
        return Optional.of(answer.get().path("operation"));
      }
      Thread.sleep(50);
    }
    return Optional.empty();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(root + path)).timeout(ANSWER);
  }

  private static HttpRequest.BodyPublisher none() {
    return HttpRequest.BodyPublishers.noBody();
  }

  private Optional<JsonNode> send(HttpRequest request) throws InterruptedException {
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() / 100 == 2
          ? Optional.of(JSON.readTree(answer.body()))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
