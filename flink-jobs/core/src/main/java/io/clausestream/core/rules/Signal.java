package io.clausestream.core.rules;

/** What a word does to the sentence that it stands in, whatever the sentence is about. */
public enum Signal {
  /** Turns it around: not, no, never. */
  NEGATION,
  /** Makes it depend on something: if, unless, with your consent. */
  CONDITION,
  /** Narrows it: only, solely, limited to. */
  LIMIT,
  /** Widens it: any, all, including, such as. */
  SCOPE,
  /** Leaves it to the platform: sole discretion, at any time, without notice. */
  DISCRETION,
  /** Makes it a duty: must, shall, agree to. */
  OBLIGATION,
  /** Makes it a power or a freedom: may, can, reserve the right. */
  PERMISSION,
  /** Forbids it: must not, prohibited. */
  PROHIBITION,
  /** The platform speaks of itself: we, our. */
  PLATFORM,
  /** The user is spoken to: you, your. */
  USER,
  /** The text applies to what was collected before. */
  RETROACTIVE,
  /** A date from which the text applies stands beside. */
  EFFECTIVE,
  /** A legal form: LLC, GmbH, SAS. */
  LEGAL_FORM,
  /** Part of a postal address: street, floor, suite. */
  ADDRESS
}
