package io.clausestream.connector.history;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.transport.BundleWriter;

/** Builds a small bare repository of snapshots, commit by commit. */
final class SnapshotRepository implements AutoCloseable {

  private final FileRepository repository;
  private final TreeMap<String, ObjectId> files = new TreeMap<>();
  private final List<ObjectId> commits = new ArrayList<>();

  SnapshotRepository(Path folder) throws IOException {
    GitSettings.install();
    repository = new FileRepository(folder.toFile());
    repository.create(true);
  }

  SnapshotRepository put(String path, String content) throws IOException {
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
      files.put(path, inserter.insert(Constants.OBJ_BLOB, bytes));
      inserter.flush();
    }
    return this;
  }

  SnapshotRepository delete(String path) {
    files.remove(path);
    return this;
  }

  SnapshotRepository commit(String authorDate, String message) throws IOException {
    return commit(authorDate, message, commits.isEmpty() ? List.of() : List.of(last()));
  }

  /** A commit with the last and the first commit as parents. */
  SnapshotRepository merge(String authorDate) throws IOException {
    return commit(authorDate, "Merge", List.of(last(), commits.get(0)));
  }

  private SnapshotRepository commit(String authorDate, String message, List<ObjectId> parents)
      throws IOException {
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      CommitBuilder commit = new CommitBuilder();
      Instant at = Instant.parse(authorDate);
      commit.setAuthor(new PersonIdent("Bot", "bot@example.org", at, ZoneOffset.UTC));
      commit.setCommitter(commit.getAuthor());
      commit.setMessage(message);
      commit.setParentIds(parents);
      commit.setTreeId(tree(inserter));
      commits.add(inserter.insert(commit));
      inserter.flush();
    }
    RefUpdate head = repository.updateRef(Constants.HEAD);
    head.setNewObjectId(last());
    head.forceUpdate();
    return this;
  }

  private ObjectId tree(ObjectInserter inserter) throws IOException {
    DirCache cache = DirCache.newInCore();
    DirCacheBuilder builder = cache.builder();
    files.forEach(
        (path, blob) -> {
          DirCacheEntry entry = new DirCacheEntry(path);
          entry.setFileMode(FileMode.REGULAR_FILE);
          entry.setObjectId(blob);
          builder.add(entry);
        });
    builder.finish();
    return cache.writeTree(inserter);
  }

  private ObjectId last() {
    return commits.get(commits.size() - 1);
  }

  /** Removes a body from the repository, as a damaged disk would. */
  void damage(String path) throws IOException {
    String name = files.get(path).name();
    Path objects = repository.getObjectsDirectory().toPath();
    Files.delete(objects.resolve(name.substring(0, 2)).resolve(name.substring(2)));
  }

  void bundle(Path file) throws IOException {
    BundleWriter writer = new BundleWriter(repository);
    writer.include("refs/heads/main", last());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    writer.writeBundle(NullProgressMonitor.INSTANCE, bytes);
    try (OutputStream out = Files.newOutputStream(file)) {
      bytes.writeTo(out);
    }
  }

  @Override
  public void close() {
    repository.close();
  }
}
