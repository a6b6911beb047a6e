package io.clausestream.it;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** The table of ACLs of the docs, row by row. */
final class AclTable {

  private static final Pattern ROW =
      Pattern.compile(
          "\\| (\\w+) \\| (topic|group|transactional id|cluster)(, prefix)? \\| `([^`]+)` \\| ([\\w, ]+) \\|");

  private AclTable() {}

  /**
   * A row.
   *
   * @param who name of the user
   * @param resource what it is about
   * @param operations what the user may do with it
   */
  record Row(String who, ResourcePattern resource, List<AclOperation> operations) {

    /** What a broker is told. */
    List<AclBinding> bindings() {
      return operations.stream()
          .map(
              operation ->
                  new AclBinding(
                      resource,
                      new AccessControlEntry(
                          "User:" + who, "*", operation, AclPermissionType.ALLOW)))
          .toList();
    }
  }

  static List<Row> rows() {
    return RepositoryFiles.read(RepositoryFiles.ROOT.resolve("flink-jobs/docs/deploy.md"))
        .lines()
        .map(ROW::matcher)
        .filter(Matcher::matches)
        .map(AclTable::row)
        .toList();
  }

  private static Row row(Matcher row) {
    ResourceType type =
        row.group(2).equals("transactional id")
            ? ResourceType.TRANSACTIONAL_ID
            : ResourceType.fromString(row.group(2).toUpperCase(Locale.ROOT));
    boolean all = row.group(4).equals("*");
    PatternType pattern = row.group(3) == null || all ? PatternType.LITERAL : PatternType.PREFIXED;
    return new Row(
        row.group(1),
        new ResourcePattern(type, row.group(4), pattern),
        Arrays.stream(row.group(5).split(", ")).map(AclTable::operation).toList());
  }

  private static AclOperation operation(String name) {
    return AclOperation.fromString(
        name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT));
  }
}
