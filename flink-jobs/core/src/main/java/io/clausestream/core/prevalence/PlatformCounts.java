package io.clausestream.core.prevalence;

import java.util.OptionalInt;

/** How many documents of each platform hold a category. A host keeps it; one thread at a time. */
public interface PlatformCounts {

  /** Documents of a platform that hold the category; empty for a platform that is not tracked. */
  OptionalInt documents(String platform);

  /** Keeps the number of a platform, 0 among them. */
  void put(String platform, int documents);
}
