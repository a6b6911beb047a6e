package io.clausestream.core.language;

/**
 * The language of a text, and what it was told from.
 *
 * @param code as {@link Languages#of(java.util.List)} gives it
 * @param sample hash of the part of the text that tells it; the same part is of the same language
 */
public record TextLanguage(String code, long sample) {

  /** Of a text that was not looked at. */
  public static final TextLanguage NONE = new TextLanguage(Languages.UNKNOWN, 0);
}
