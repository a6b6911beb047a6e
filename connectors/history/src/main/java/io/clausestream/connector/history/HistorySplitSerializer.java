package io.clausestream.connector.history;

import java.io.IOException;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;

/** Bytes of a split, version 1: platform, captures, read, lastFetchedAtMillis. */
final class HistorySplitSerializer implements SimpleVersionedSerializer<HistorySplit> {

  static final int VERSION = 1;
  private static final int INITIAL_BYTES = 64;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(HistorySplit split) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(INITIAL_BYTES);
    write(split, out);
    return out.getCopyOfBuffer();
  }

  @Override
  public HistorySplit deserialize(int version, byte[] bytes) throws IOException {
    checkVersion("split", version);
    return read(new DataInputDeserializer(bytes));
  }

  static void write(HistorySplit split, DataOutputView out) throws IOException {
    out.writeUTF(split.platform());
    out.writeLong(split.captures());
    out.writeLong(split.position().read());
    out.writeLong(split.position().lastFetchedAtMillis());
  }

  static HistorySplit read(DataInputView in) throws IOException {
    String platform = in.readUTF();
    long captures = in.readLong();
    return new HistorySplit(platform, captures, new CapturePosition(in.readLong(), in.readLong()));
  }

  static void checkVersion(String what, int version) throws IOException {
    if (version != VERSION) {
      throw new IOException(
          ("The state of a history source has %s version %d; this release reads version %d. "
                  + "Restore with the release that wrote it, or a later one.")
              .formatted(what, version, VERSION));
    }
  }
}
