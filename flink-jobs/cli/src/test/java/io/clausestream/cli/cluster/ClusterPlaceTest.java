package io.clausestream.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterPlaceTest {

  private static final ProcessHandle SELF = ProcessHandle.current();

  @TempDir Path data;

  @Test
  void theCommandThatRunsTheClusterIsFoundUntilItEnds() throws Exception {
    assertThat(ClusterPlace.up(data)).isEmpty();
    ClusterPlace.markUp(data);
    assertThat(ClusterPlace.up(data)).contains(SELF);
    ClusterPlace.unmarkUp(data);
    assertThat(ClusterPlace.up(data)).isEmpty();
  }

  @Test
  void aProcessThatHasTheIdOfOneBeforeIsNotIt() throws Exception {
    ClusterPlace.markUp(data);
    Started self = Started.of(SELF);
    Started before = new Started(self.pid(), self.at().minus(Duration.ofMinutes(1)));
    Files.writeString(file(), before.toString());

    assertThat(ClusterPlace.up(data)).isEmpty();
  }

  @Test
  void anIdAloneIsNotTrusted() throws Exception {
    ClusterPlace.markUp(data);
    for (String text : new String[] {Long.toString(SELF.pid()), "", "a b"}) {
      Files.writeString(file(), text);
      assertThat(ClusterPlace.up(data)).isEmpty();
    }
  }

  private Path file() {
    return ClusterPlace.of(data).root().resolve("up.pid");
  }
}
