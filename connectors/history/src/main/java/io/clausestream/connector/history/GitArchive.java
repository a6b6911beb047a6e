package io.clausestream.connector.history;

import io.clausestream.schema.FetchedPage;
import io.clausestream.schema.Origin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryCache;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.FS;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A git repository in which a commit is one fetch of one page (or of several). */
final class GitArchive extends ListedArchive<GitCapture> {

  private static final Logger LOG = LoggerFactory.getLogger(GitArchive.class);
  private static final List<String> HEADS = List.of("HEAD", "refs/heads/main", "refs/heads/master");

  private final Repository repository;

  private GitArchive(Path location, Repository repository, GitListing listing) {
    super(location, listing.captures(), listing.skipped());
    this.repository = repository;
  }

  /** The git folder of a repository, bare or not; null when the folder is none. */
  static @Nullable Path findGitDir(Path folder) {
    GitSettings.install();
    if (RepositoryCache.FileKey.isGitRepository(folder.toFile(), FS.DETECTED)) {
      return folder;
    }
    FileRepositoryBuilder builder = new FileRepositoryBuilder();
    Path parent = folder.toAbsolutePath().getParent();
    if (parent != null) {
      builder.addCeilingDirectory(parent.toFile());
    }
    builder.findGitDir(folder.toAbsolutePath().toFile());
    return builder.getGitDir() == null ? null : builder.getGitDir().toPath();
  }

  /**
   * Opens a repository and lists it.
   *
   * @param location what the caller named, for messages
   */
  static GitArchive open(Path location, Path gitDir) throws IOException {
    GitSettings.install();
    Repository repository =
        new FileRepositoryBuilder().setGitDir(gitDir.toFile()).setMustExist(true).build();
    try {
      GitArchive archive = new GitArchive(location, repository, list(location, repository));
      archive.breakTies();
      return archive;
    } catch (IOException | RuntimeException e) {
      repository.close();
      throw e;
    }
  }

  private static GitListing list(Path location, Repository repository) throws IOException {
    try (ObjectReader reader = new TreeCache(repository.newObjectReader())) {
      GitListing listing = GitListing.of(reader, head(location, repository));
      if (listing.captures().isEmpty()) {
        throw new NotAnArchiveException(
            ("None of the %d commits of the git repository %s holds a file 'Platform/Document "
                    + "type.html' or .pdf. Give a repository of snapshots.")
                .formatted(listing.commits(), location));
      }
      return listing;
    }
  }

  private static ObjectId head(Path location, Repository repository) throws IOException {
    for (String name : HEADS) {
      ObjectId id = repository.resolve(name);
      if (id != null) {
        return id;
      }
    }
    throw new NotAnArchiveException(
        "The git repository %s has no commit at %s. Check out the branch with the snapshots."
            .formatted(location, HEADS));
  }

  @Override
  PageReader<GitCapture> openReader() {
    return new Reader(repository.newObjectReader());
  }

  @Override
  public void close() {
    repository.close();
  }

  /** Reads blobs through JGit; keeps a cache of delta bases while it is open. */
  private record Reader(ObjectReader objects) implements PageReader<GitCapture> {

    @Override
    public FetchedPage read(GitCapture capture, Origin origin, KnownBodies known) {
      String location = "git:" + capture.blob().name();
      String sha256 = known.sha256(location, capture.contentType());
      byte[] body = sha256 == null ? body(capture) : null;
      FetchedPage page =
          sha256 == null
              ? Pages.of(capture, capture.url(), body, origin)
              : Pages.of(capture, capture.url(), sha256, origin);
      page.setContentType(capture.contentType());
      if (body == null || known != KnownBodies.NONE) {
        page.setBodyLocation(location);
      }
      return page;
    }

    private byte @Nullable [] body(GitCapture capture) {
      try {
        ObjectLoader loader = objects.open(capture.blob());
        if (loader.getSize() <= Pages.MAX_BODY_BYTES) {
          return loader.getCachedBytes(Pages.MAX_BODY_BYTES);
        }
        warn(capture, "it has " + loader.getSize() + " bytes, more than " + Pages.MAX_BODY_BYTES);
      } catch (IOException | RuntimeException e) {
        warn(capture, e.toString());
      }
      return null;
    }

    private static void warn(GitCapture capture, String why) {
      LOG.warn(
          "The body of {} at {} (git object {}) is not readable: {}. The capture goes on without "
              + "it; check the repository with 'git fsck'.",
          capture.document().documentId(),
          capture.fetchedAtMillis(),
          capture.blob().name(),
          why);
    }

    @Override
    public void close() {
      objects.close();
    }
  }
}
