package io.clausestream.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Waits to be told to stop: by Ctrl-C or by the TERM signal, after which the command ends in order
 * with its own exit code. Who asks a second time gets an end at once.
 */
public final class StopSignal {

  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile int exitCode = ExitCode.OK;

  /** Nobody has asked yet. */
  public StopSignal() {}

  /** Lets the process's own signals lead to it from now on. */
  public void onSignals() {
    on("TERM", ExitCode.OK);
    on("INT", ExitCode.INTERRUPTED);
  }

  /** Asks to stop. */
  public void stop(int code) {
    if (stopped.getCount() == 0) {
      Runtime.getRuntime().halt(code);
    }
    exitCode = code;
    stopped.countDown();
  }

  /** Whether it was asked for. */
  public boolean isStopped() {
    return stopped.getCount() == 0;
  }

  /** Waits until it is asked for, so long at most; whether it was. */
  public boolean await(Duration limit) throws InterruptedException {
    return stopped.await(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** With what the command ends. */
  public int exitCode() {
    return exitCode;
  }

  /** Java has signals only inside: where they are not, the usual end of a process is left. */
  private void on(String name, int code) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object proxy =
          Proxy.newProxyInstance(
              StopSignal.class.getClassLoader(),
              new Class<?>[] {handler},
              (self, method, arguments) -> handle(self, method.getName(), arguments, code));
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
    } catch (ReflectiveOperationException e) {
      Throwable cause = e instanceof InvocationTargetException ? e.getCause() : e;
      LoggerFactory.getLogger(StopSignal.class)
          .warn("This Java lets nobody hear of the {} signal", name, cause);
    }
  }

  private @Nullable Object handle(Object self, String method, Object[] arguments, int code) {
    return switch (method) {
      case "handle" -> {
        stop(code);
        yield null;
      }
      case "equals" -> self == arguments[0];
      case "hashCode" -> System.identityHashCode(self);
      default -> "stop signal";
    };
  }
}
