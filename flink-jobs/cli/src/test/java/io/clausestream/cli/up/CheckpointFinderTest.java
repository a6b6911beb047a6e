package io.clausestream.cli.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clausestream.cli.UserMistake;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.runtime.state.KeyGroupRange;
import org.apache.flink.runtime.state.KeyGroupRangeOffsets;
import org.apache.flink.runtime.state.KeyGroupsStateHandle;
import org.apache.flink.runtime.state.filesystem.FileStateHandle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFinderTest {

  @TempDir private Path folder;

  @Test
  void aFolderThatIsNotThereHasNone() {
    assertThat(new CheckpointFinder(folder.resolve("none"), loader()).find().newest()).isEmpty();
  }

  @Test
  void theHighestNumberOfAllJobsIsTheNewest() throws IOException {
    complete("job-b", 9);
    Path newest = complete("job-a", 10);
    complete("job-b", 2);

    assertThat(find().newest()).contains(newest);
  }

  @Test
  void aCheckpointWithoutMetadataWasNeverComplete() throws IOException {
    Path complete = complete("job", 3);
    Files.createDirectories(folder.resolve("job/chk-4"));

    assertThat(find().newest()).contains(complete);
    assertThat(find().broken()).isEmpty();
  }

  @Test
  void halfWrittenMetadataIsPassedOver() throws IOException {
    Path complete = complete("job", 3);
    Path half = complete("job", 4);
    byte[] metadata = Files.readAllBytes(half.resolve("_metadata"));
    Files.write(half.resolve("_metadata"), Arrays.copyOf(metadata, metadata.length / 2));

    assertThat(find().newest()).contains(complete);
    assertThat(find().broken()).containsExactly(half);
  }

  @Test
  void emptyMetadataIsPassedOver() throws IOException {
    Path complete = complete("job", 3);
    Files.createFile(Files.createDirectories(folder.resolve("job/chk-4")).resolve("_metadata"));

    assertThat(find().newest()).contains(complete);
  }

  @Test
  void metadataThatIsSomethingElseIsPassedOver() throws IOException {
    Path broken = Files.createDirectories(folder.resolve("job/chk-4"));
    Files.writeString(broken.resolve("_metadata"), "not a checkpoint, but long enough to be read");

    assertThat(find().newest()).isEmpty();
    assertThat(find().broken()).containsExactly(broken);
  }

  @Test
  void aCheckpointWhoseStateIsGoneIsPassedOver() throws IOException {
    Path complete = complete("job", 3);
    Path gone = complete("job", 4);
    Files.delete(gone.resolve("state"));

    assertThat(find().newest()).contains(complete);
    assertThat(find().broken()).containsExactly(gone);
  }

  @Test
  void foldersOfOtherNamesAreNoCheckpoints() throws IOException {
    Path other = Files.createDirectories(folder.resolve("job/chk-x"));
    Files.createFile(other.resolve("_metadata"));

    assertThat(find().broken()).isEmpty();
  }

  @Test
  void theNewestIsSetAsideForTheCompleteOneBeforeIt() throws IOException {
    Path previous = complete("job-a", 3);
    Files.delete(complete("job-b", 4).resolve("state"));
    Path newest = complete("job-b", 5);

    CheckpointFinder.setNewestAside(folder);

    assertThat(CheckpointFinder.newest(folder)).contains(previous);
    assertThat(newest).doesNotExist();
    assertThat(newest.resolveSibling("aside-chk-5/_metadata")).exists();
  }

  @Test
  void theOnlyOneStaysWhereItIs() throws IOException {
    Path only = complete("job", 4);
    Files.delete(complete("job", 3).resolve("state"));

    assertThatThrownBy(() -> CheckpointFinder.setNewestAside(folder))
        .isInstanceOf(UserMistake.class)
        .hasMessageContaining("before '" + only + "'")
        .hasMessageContaining("--from-previous");
    assertThat(CheckpointFinder.newest(folder)).contains(only);
  }

  @Test
  void anEmptyFolderHasNothingToSetAside() {
    assertThatThrownBy(() -> CheckpointFinder.setNewestAside(folder))
        .isInstanceOf(UserMistake.class)
        .hasMessageContaining("before the newest");
  }

  private CheckpointFinder.Found find() {
    return new CheckpointFinder(folder, loader()).find();
  }

  private static ClassLoader loader() {
    return CheckpointFinderTest.class.getClassLoader();
  }

  private Path complete(String job, long number) throws IOException {
    Path checkpoint = Files.createDirectories(folder.resolve(job).resolve("chk-" + number));
    Path state = Files.writeString(checkpoint.resolve("state"), "state");
    try (OutputStream out = Files.newOutputStream(checkpoint.resolve("_metadata"))) {
      Checkpoints.storeCheckpointMetadata(
          new CheckpointMetadata(number, List.of(operator(state)), List.of()), out);
    }
    return checkpoint;
  }

  private static OperatorState operator(Path state) {
    OperatorState operator = new OperatorState("detect", "detect", new OperatorID(1, 2), 1, 128);
    KeyGroupsStateHandle keyed =
        new KeyGroupsStateHandle(
            new KeyGroupRangeOffsets(KeyGroupRange.of(0, 127)),
            new FileStateHandle(new org.apache.flink.core.fs.Path(state.toUri()), 5));
    operator.putState(0, OperatorSubtaskState.builder().setManagedKeyedState(keyed).build());
    return operator;
  }
}
