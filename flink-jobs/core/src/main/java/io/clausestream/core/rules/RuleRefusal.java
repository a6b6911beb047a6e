package io.clausestream.core.rules;

/**
 * Why a version was refused.
 *
 * @param reason code of the reason
 * @param detail the reason in one sentence, with the values and the remedy
 */
public record RuleRefusal(Reason reason, String detail) {

  /** Codes of reasons; they are part of the contract of the topic. */
  public enum Reason {
    /** No rule set of that id is in use. */
    UNKNOWN_RULE_SET,
    /** The linter finds faults in the file. */
    FAULTY_RULES,
    /** Id, version or instant of the request are not those of the file. */
    REQUEST_DIFFERS,
    /** The version is known with other content. */
    VERSION_TAKEN,
    /** It would hold too soon, or for what was fetched before. */
    TOO_SOON,
    /** It would hold before the newest version does. */
    BEFORE_NEWEST,
    /** Too many versions are kept already. */
    TOO_MANY_VERSIONS
  }
}
