package io.clausestream.connector.history;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

/** Walks the commits of a snapshot repository and lists the captures, reading no page. */
final class GitListing {

  private final List<GitCapture> captures = new ArrayList<>();
  private final Map<SkipCause, Long> skipped = new EnumMap<>(SkipCause.class);
  private final Map<String, DocumentName> documents = new HashMap<>();
  private final Map<String, String> urls = new HashMap<>();
  private long commits;

  /** Lists all commits that can be reached from here. */
  static GitListing of(ObjectReader reader, ObjectId head) throws IOException {
    GitListing listing = new GitListing();
    try (RevWalk walk = new RevWalk(reader);
        TreeWalk trees = new TreeWalk(reader)) {
      trees.setFilter(TreeFilter.ANY_DIFF);
      trees.setRecursive(true);
      walk.markStart(walk.parseCommit(head));
      for (RevCommit commit = walk.next(); commit != null; commit = walk.next()) {
        listing.add(commit, walk, trees);
        commit.disposeBody();
      }
    }
    return listing;
  }

  List<GitCapture> captures() {
    return captures;
  }

  Map<SkipCause, Long> skipped() {
    return skipped;
  }

  long commits() {
    return commits;
  }

  private void add(RevCommit commit, RevWalk walk, TreeWalk trees) throws IOException {
    commits++;
    PersonIdent author = commit.getAuthorIdent();
    if (commit.getParentCount() > 1) {
      skip(SkipCause.MERGE);
    } else if (author == null || author.getWhenAsInstant().toEpochMilli() <= 0) {
      skip(SkipCause.NO_DATE);
    } else {
      trees.reset();
      addParent(commit, walk, trees);
      trees.addTree(commit.getTree());
      addFiles(commit, author.getWhenAsInstant().toEpochMilli(), trees);
    }
  }

  private static void addParent(RevCommit commit, RevWalk walk, TreeWalk trees) throws IOException {
    if (commit.getParentCount() == 0) {
      trees.addTree(new EmptyTreeIterator());
    } else {
      RevCommit parent = commit.getParent(0);
      walk.parseHeaders(parent);
      trees.addTree(parent.getTree());
    }
  }

  private void addFiles(RevCommit commit, long millis, TreeWalk trees) throws IOException {
    boolean empty = true;
    @Nullable String message = null;
    while (trees.next()) {
      if (trees.idEqual(0, 1)) {
        continue;
      }
      empty = false;
      if (trees.getFileMode(1) == FileMode.MISSING) {
        skip(SkipCause.DELETION);
        continue;
      }
      DocumentName document = document(trees);
      if (document == null) {
        skip(SkipCause.OTHER_PATH);
        continue;
      }
      message = message == null ? commit.getFullMessage() : message;
      captures.add(capture(document, millis, message, trees));
    }
    if (empty) {
      skip(SkipCause.EMPTY_COMMIT);
    }
  }

  private GitCapture capture(DocumentName document, long millis, String message, TreeWalk trees) {
    String url = SourceUrls.of(message, document.documentId());
    String type = DocumentName.contentType(trees.getPathString());
    return new GitCapture(
        document,
        millis,
        urls.computeIfAbsent(url, same -> same),
        type == null ? "" : type,
        trees.getObjectId(1));
  }

  private @Nullable DocumentName document(TreeWalk trees) {
    int mode = trees.getRawMode(1);
    if (!FileMode.REGULAR_FILE.equals(mode) && !FileMode.EXECUTABLE_FILE.equals(mode)) {
      return null;
    }
    String path = trees.getPathString();
    DocumentName known = documents.get(path);
    if (known == null) {
      known = DocumentName.ofPath(path);
      if (known != null) {
        documents.put(path, known);
      }
    }
    return known;
  }

  private void skip(SkipCause cause) {
    skipped.merge(cause, 1L, Long::sum);
  }
}
