package io.clausestream.core.rules;

import java.time.Instant;

/** A small file of rules. */
final class SampleRules {

  private SampleRules() {}

  static String version(String version, Instant effectiveFrom) {
    return """
        id: governance
        version: "%s"
        effectiveFrom: "%s"
        categories:
          - id: data-retention
            name: retention and deletion
            weight: high
            words: {en: ["retain*"]}
        statements:
          - id: retention.longer
            category: data-retention
            serves: platform
            level: medium
            says: lets data be kept longer than the purpose needs
            words: {en: ["as long as we like"]}
        signals:
          en:
            negation: ["not"]
        """
        .formatted(version, effectiveFrom);
  }
}
