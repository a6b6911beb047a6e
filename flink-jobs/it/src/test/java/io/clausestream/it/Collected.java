package io.clausestream.it;

import io.clausestream.pipeline.topology.DetectionSink;
import io.clausestream.pipeline.topology.DetectionStreams;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Keeps all that comes out of a topology in this JVM, as text and by stream. */
final class Collected implements DetectionSink, Serializable {

  private static final long serialVersionUID = 1;
  private static final Map<String, Queue<Object>> QUEUES = new ConcurrentHashMap<>();
  private static final AtomicInteger RUNS = new AtomicInteger();

  private final int run = RUNS.incrementAndGet();

  @Override
  public void attach(DetectionStreams streams) {
    keep("changes", streams.changes());
    keep("verifications", streams.verifications());
    keep("suppressions", streams.suppressions());
    keep("health", streams.health());
    keep("alerts", streams.alerts());
    keep("deadLetters", streams.deadLetters());
    keep("pending", streams.pending());
  }

  private <T> void keep(String stream, DataStream<T> records) {
    String queue = run + stream;
    QUEUES.put(queue, new ConcurrentLinkedQueue<>());
    records.sinkTo(new QueueSink<>(queue)).uid("collect-" + stream).name("collect-" + stream);
  }

  /** What came out of a stream, in any order. */
  <T> List<T> of(String stream, Class<T> type) {
    return QUEUES.get(run + stream).stream().map(type::cast).toList();
  }

  /** All records as text, in an order of their own. */
  List<String> sorted() {
    return QUEUES.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(Integer.toString(run)))
        .flatMap(entry -> entry.getValue().stream().map(r -> entry.getKey() + " " + r))
        .map(line -> line.substring(Integer.toString(run).length()))
        .sorted()
        .toList();
  }

  private record QueueSink<T>(String queue) implements Sink<T> {
    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
      return new SinkWriter<>() {
        @Override
        public void write(T record, Context context) {
          QUEUES.get(queue).add(record);
        }

        @Override
        public void flush(boolean endOfInput) {}

        @Override
        public void close() {}
      };
    }
  }
}
