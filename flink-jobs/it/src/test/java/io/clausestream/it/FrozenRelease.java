package io.clausestream.it;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.avro.Schema;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What a release promised, kept: its schemas, a savepoint of its job, the records that had led to
 * it, the records that came next, and what the release told of those.
 *
 * @param folder named by the version of the release
 */
record FrozenRelease(Path folder) {

  /** Where all releases are, in the tree. */
  static final Path ALL =
      RepositoryFiles.ROOT.resolve("flink-jobs/it/src/test/resources/contracts");

  private static final String METADATA = "_metadata";

  /** Every release, oldest first by name. */
  static List<FrozenRelease> all() {
    try (Stream<Path> folders = Files.list(ALL)) {
      return folders.filter(Files::isDirectory).sorted().map(FrozenRelease::new).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static FrozenRelease named(String version) {
    return new FrozenRelease(ALL.resolve(version));
  }

  String version() {
    return folder.getFileName().toString();
  }

  /** The folder of the schemas of what is on topics. */
  Path wire() {
    return folder.resolve("schemas/wire");
  }

  /** The folder of the schemas of what is in state. */
  Path state() {
    return folder.resolve("schemas/state");
  }

  static List<Schema> schemas(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Schema> schemas = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".avsc")).sorted().toList()) {
        schemas.add(new Schema.Parser().parse(file.toFile()));
      }
      return schemas;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The records that had led to the savepoint, in order. */
  List<ProducerRecord<byte[], byte[]>> before() {
    return read("before.records");
  }

  /** The records that came after it, in order. */
  List<ProducerRecord<byte[], byte[]>> next() {
    return read("next.records");
  }

  /** What the release told of the records that came next; see {@link Told}. */
  List<String> told() throws IOException {
    return Files.readAllLines(folder.resolve("told.txt"));
  }

  /** Unpacks the savepoint and answers its folder. */
  Path unpackSavepoint(Path into) throws IOException {
    Path savepoint = Files.createDirectories(into.resolve("savepoint-" + version()));
    try (InputStream in =
        new GZIPInputStream(Files.newInputStream(folder.resolve("savepoint.gz")))) {
      Files.copy(in, savepoint.resolve(METADATA));
    }
    return savepoint;
  }

  /** Keeps a savepoint whose state all stands in its one file. */
  void keepSavepoint(Path savepoint) throws IOException {
    try (Stream<Path> files = Files.list(savepoint)) {
      List<Path> others = files.filter(file -> !file.endsWith(METADATA)).toList();
      if (!others.isEmpty()) {
        throw new IllegalStateException("The savepoint has files beside its metadata: " + others);
      }
    }
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("savepoint.gz")))) {
      Files.copy(savepoint.resolve(METADATA), out);
    }
  }

  void keepRecords(
      List<ProducerRecord<byte[], byte[]>> before, List<ProducerRecord<byte[], byte[]>> next)
      throws IOException {
    write("before.records", before);
    write("next.records", next);
  }

  void keepTold(List<String> lines) throws IOException {
    Files.write(folder.resolve("told.txt"), lines);
  }

  private List<ProducerRecord<byte[], byte[]>> read(String name) {
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (DataInputStream in =
        new DataInputStream(new ByteArrayInputStream(Files.readAllBytes(folder.resolve(name))))) {
      while (in.available() > 0) {
        records.add(new ProducerRecord<>(in.readUTF(), null, in.readLong(), bytes(in), bytes(in)));
      }
      return records;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(DataInputStream in) throws IOException {
    return in.readNBytes(in.readInt());
  }

  private void write(String name, List<ProducerRecord<byte[], byte[]>> records) throws IOException {
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(folder.resolve(name)))) {
      for (ProducerRecord<byte[], byte[]> record : records) {
        out.writeUTF(record.topic());
        out.writeLong(record.timestamp());
        write(out, record.key());
        write(out, record.value());
      }
    }
  }

  private static void write(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
