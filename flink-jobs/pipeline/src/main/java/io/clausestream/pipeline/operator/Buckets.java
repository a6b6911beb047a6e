package io.clausestream.pipeline.operator;

import io.clausestream.core.page.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;

/**
 * The keys of matching: the subscribers of a platform are spread over buckets, so that a platform
 * that all watch is no hot key. A platform's buckets lie evenly apart among the key groups, so that
 * up to {@value #COUNT} subtasks share them evenly. Part of every savepoint, so never changed.
 */
final class Buckets {

  /** How many buckets a platform has. */
  static final int COUNT = 16;

  /** The highest parallelism of the job. */
  static final int KEY_GROUPS = 1024;

  private static final int HEXADECIMAL = 16;

  private Buckets() {}

  /** The bucket of a subscriber, the same on every platform. */
  static int of(String subscriberId) {
    return Character.digit(Sha256.hex(subscriberId).charAt(0), HEXADECIMAL);
  }

  /** The key of a bucket of a platform. */
  static String key(String platform, int bucket) {
    for (int salt = 0; ; salt++) {
      String key = bucket + "/" + salt + "/" + platform;
      int group = KeyGroupRangeAssignment.assignToKeyGroup(key, KEY_GROUPS);
      if (group / (KEY_GROUPS / COUNT) == bucket) {
        return key;
      }
    }
  }

  /** The platform of a key. */
  static String platform(String key) {
    return key.substring(key.indexOf('/', key.indexOf('/') + 1) + 1);
  }

  /** The bucket of a key. */
  static int bucket(String key) {
    return Integer.parseInt(key.substring(0, key.indexOf('/')));
  }

  /** The keys of all buckets of a platform. */
  static List<String> keys(String platform) {
    return new ArrayList<>(
        IntStream.range(0, COUNT).mapToObj(bucket -> key(platform, bucket)).toList());
  }
}
