package io.clausestream.cli.logs;

import java.io.Serializable;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.layout.PatternLayout;

/**
 * All that this JVM logs, from the engine at any level, from its libraries from INFO on: message,
 * fields and exceptions, a text each. Close it to log as before.
 */
public final class CapturedLog implements AutoCloseable {

  private static final String ENGINE = "io.clausestream";

  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final LoggerContext context = (LoggerContext) LogManager.getContext(false);
  private final AbstractAppender appender = new Lines();

  private CapturedLog() {}

  /** Begins. */
  public static CapturedLog start() {
    CapturedLog log = new CapturedLog();
    log.appender.start();
    Configurator.setLevel(ENGINE, Level.ALL);
    Configurator.setRootLevel(Level.INFO);
    log.context.getConfiguration().getRootLogger().addAppender(log.appender, Level.ALL, null);
    return log;
  }

  /** What was logged so far. */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public void close() {
    context.reconfigure();
    appender.stop();
  }

  private final class Lines extends AbstractAppender {

    private Lines() {
      super(
          "captured",
          null,
          PatternLayout.newBuilder().withPattern("%p %c %m %X%n%xEx").build(),
          true,
          Property.EMPTY_ARRAY);
    }

    @Override
    public void append(LogEvent event) {
      Serializable text = getLayout().toSerializable(event);
      lines.add(text.toString());
    }
  }
}
