package io.clausestream.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Kills as soon as a checkpoint is complete on disk: its transactions are pre-committed then, and
 * their commit is about to begin. That moment lasts a millisecond, so the process that completes
 * checkpoints is let run for half of one at a time, and looked at while it stands still.
 */
public final class CheckpointStalker {

  /**
   * Arguments: the process that completes checkpoints, their folder, the victims. Prints when the
   * checkpoint began; ends with the victims dead and the checkpoint whole.
   */
  private static final String STALK =
      """
      shopt -s nullglob
      exec {never}<> <(:)
      old=" $(echo "$2"/*/chk-*) "
      begun=
      until [ -n "$begun" ]; do
        for folder in "$2"/*/chk-*; do
          [[ $old == *" $folder "* ]] || begun=$folder
        done
      done
      echo $((${EPOCHREALTIME/[.,]/} / 1000))
      while [ ! -e "$begun/_metadata" ] && [ -e "$begun" ]; do
        kill -CONT "$1"
        read -rt 0.0005 -u "$never" || true
        kill -STOP "$1"
      done
      kill -KILL "${@:3}"
      kill -CONT "$1" 2>/dev/null || true
      """;

  private CheckpointStalker() {}

  /**
   * Kills the victims at that moment of the next checkpoint.
   *
   * @param completer process that completes checkpoints; may be a victim
   * @param checkpoints folder of the checkpoints: job, then {@code chk-N}
   * @return when the checkpoint was seen to begin, epoch milliseconds
   */
  public static long killWhenComplete(long completer, Path checkpoints, long... victims)
      throws IOException, InterruptedException {
    List<String> command =
        Stream.concat(
                Stream.of(
                    "bash", "-c", STALK, "stalk", Long.toString(completer), checkpoints.toString()),
                Arrays.stream(victims).mapToObj(Long::toString))
            .toList();
    Process stalker =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String seen = new String(stalker.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(stalker.waitFor()).isZero();
    return Long.parseLong(seen.strip());
  }
}
