package io.clausestream.connector.history;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Bytes of a checkpoint, version 1: listed, number of splits, splits as version 1. */
final class HistoryCheckpointSerializer implements SimpleVersionedSerializer<HistoryCheckpoint> {

  private static final int INITIAL_BYTES = 256;

  @Override
  public int getVersion() {
    return HistorySplitSerializer.VERSION;
  }

  @Override
  public byte[] serialize(HistoryCheckpoint checkpoint) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(INITIAL_BYTES);
    out.writeBoolean(checkpoint.listed());
    out.writeInt(checkpoint.remaining().size());
    for (HistorySplit split : checkpoint.remaining()) {
      HistorySplitSerializer.write(split, out);
    }
    return out.getCopyOfBuffer();
  }

  @Override
  public HistoryCheckpoint deserialize(int version, byte[] bytes) throws IOException {
    HistorySplitSerializer.checkVersion("checkpoint", version);
    DataInputDeserializer in = new DataInputDeserializer(bytes);
    boolean listed = in.readBoolean();
    int size = in.readInt();
    List<HistorySplit> splits = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      splits.add(HistorySplitSerializer.read(in));
    }
    return new HistoryCheckpoint(listed, splits);
  }
}
