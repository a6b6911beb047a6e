package io.clausestream.it;

import java.nio.file.Path;

/** The archive that a benchmark reads: {@code -Dclausestream.archive=PATH}. */
final class BenchArchive {

  static final String PROPERTY = "clausestream.archive";

  private BenchArchive() {}

  /** Its place; a relative path counts from the root of the checkout, where Maven was started. */
  static Path path() {
    return RepositoryFiles.ROOT.resolve(System.getProperty(PROPERTY)).normalize();
  }
}
