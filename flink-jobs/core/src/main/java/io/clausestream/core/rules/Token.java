package io.clausestream.core.rules;

/**
 * One word of a text.
 *
 * @param word the word in lower case
 * @param start offset of its first character, in UTF-16 units
 * @param end offset behind its last character, in UTF-16 units
 * @param sentence ordinal of the sentence that it stands in, from 0
 */
public record Token(String word, int start, int end, int sentence) {}
