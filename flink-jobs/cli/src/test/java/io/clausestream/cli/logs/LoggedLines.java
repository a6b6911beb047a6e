package io.clausestream.cli.logs;

import io.clausestream.connector.kafka.KafkaRecord;
import io.clausestream.connector.kafka.LogFields;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs some lines in a process of its own, with what breaks a careless form of them. */
final class LoggedLines {

  static final String HOSTILE = "a \"quoted\" text, a \\ and\na line\twith {braces} ${env:HOME}";

  private LoggedLines() {}

  public static void main(String[] arguments) {
    Logger log = LoggerFactory.getLogger(LoggedLines.class);
    log.info("plain");
    LogFields.of(new KafkaRecord("page-fetches", 3, 42, 0, null, null, Map.of()))
        .and(LogFields.DOCUMENT_ID, "Marrowby/Privacy \"Policy\"")
        .and(LogFields.CHANGE_ID, null)
        .log(() -> log.warn("{}", HOSTILE));
    log.error("broken", new IllegalStateException("outer", new RuntimeException("inner")));
    log.debug("not shown");
  }
}
