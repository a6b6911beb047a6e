package io.clausestream.cli.up;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.state.IncrementalKeyedStateHandle.HandleAndLocalPath;
import org.apache.flink.runtime.state.IncrementalRemoteKeyedStateHandle;
import org.apache.flink.runtime.state.KeyGroupsStateHandle;
import org.apache.flink.runtime.state.OperatorStateHandle;
import org.apache.flink.runtime.state.StateObject;
import org.apache.flink.runtime.state.filesystem.FileStateHandle;

/** The files that a checkpoint needs beside its metadata. */
final class CheckpointFiles {

  private final Set<Path> files = new LinkedHashSet<>();

  private CheckpointFiles() {}

  /** All files that the metadata names. */
  static Set<Path> of(CheckpointMetadata metadata) {
    CheckpointFiles found = new CheckpointFiles();
    metadata.getOperatorStates().stream()
        .map(OperatorState::getStates)
        .flatMap(Collection::stream)
        .flatMap(CheckpointFiles::parts)
        .forEach(found::visit);
    return found.files;
  }

  private static Stream<StateObject> parts(OperatorSubtaskState state) {
    return Stream.of(
            state.getManagedOperatorState(),
            state.getRawOperatorState(),
            state.getManagedKeyedState(),
            state.getRawKeyedState())
        .flatMap(Collection::stream);
  }

  private void visit(StateObject state) {
    if (state instanceof FileStateHandle file) {
      files.add(Path.of(file.getFilePath().toUri().getPath()));
    } else if (state instanceof OperatorStateHandle operator) {
      visit(operator.getDelegateStateHandle());
    } else if (state instanceof KeyGroupsStateHandle keyed) {
      visit(keyed.getDelegateStateHandle());
    } else if (state instanceof IncrementalRemoteKeyedStateHandle keyed) {
      visit(keyed.getMetaDataStateHandle());
      keyed.getSharedState().stream().map(HandleAndLocalPath::getHandle).forEach(this::visit);
      keyed.getPrivateState().stream().map(HandleAndLocalPath::getHandle).forEach(this::visit);
    }
  }
}
