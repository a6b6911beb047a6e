package io.clausestream.core.language;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import io.clausestream.core.canonical.Block;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import opennlp.tools.langdetect.LanguageDetector;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.langdetect.ThreadSafeLanguageDetectorME;

/**
 * Detects the language of a document by the model of Apache OpenNLP, which knows 183. Thread-safe.
 * The model is read when it is first asked for, as only changed documents need it.
 */
public final class Languages {

  /** The code of a text that is too short to tell, or in no known language. */
  public static final String UNKNOWN = "und";

  private static final String MODEL = "/langdetect-183.bin";

  /** So much of a text tells its language; more only takes time. In UTF-16 units. */
  private static final int SAMPLE = 600;

  private static final int SHORTEST = 40;
  private static final Hasher64 HASH = Hashing.xxh3_64();
  private static final Map<String, String> TWO_LETTERS = twoLetters();

  private Languages() {}

  /**
   * The language of a document.
   *
   * @param blocks its text
   * @return its ISO 639-1 code, the ISO 639-3 code where there is none of two letters, or {@link
   *     #UNKNOWN}
   */
  public static String of(List<Block> blocks) {
    return of(blocks, TextLanguage.NONE).code();
  }

  /**
   * The language of a document of which an earlier text is known: most changes leave the part that
   * tells it as it was, and to detect it costs more than to read the change.
   *
   * @param before that of the earlier text
   */
  public static TextLanguage of(List<Block> blocks, TextLanguage before) {
    String sample = sample(blocks);
    long hash = HASH.hashCharsToLong(sample);
    boolean known = hash == before.sample() && !before.equals(TextLanguage.NONE);
    return known ? before : new TextLanguage(detect(sample), hash);
  }

  private static String detect(String sample) {
    if (sample.length() < SHORTEST) {
      return UNKNOWN;
    }
    String code = Model.DETECTOR.predictLanguage(sample).getLang();
    return TWO_LETTERS.getOrDefault(code, code);
  }

  /** The longest blocks, which are sentences rather than names and addresses. */
  private static String sample(List<Block> blocks) {
    StringBuilder sample = new StringBuilder();
    blocks.stream()
        .map(Block::text)
        .sorted((one, other) -> Integer.compare(other.length(), one.length()))
        .limit(8)
        .forEach(
            text -> {
              int room = SAMPLE - sample.length();
              sample
                  .append(text, 0, Math.max(0, Math.min(room, Math.min(text.length(), SAMPLE / 4))))
                  .append(' ');
            });
    return sample.toString().strip();
  }

  private static Map<String, String> twoLetters() {
    Map<String, String> codes = new HashMap<>();
    for (String two : Locale.getISOLanguages()) {
      codes.put(Locale.forLanguageTag(two).getISO3Language(), two);
    }
    return codes;
  }

  private static final class Model {
    static final LanguageDetector DETECTOR = load();

    private static LanguageDetector load() {
      try (InputStream in = Languages.class.getResourceAsStream(MODEL)) {
        if (in == null) {
          throw new IllegalStateException(MODEL + " is missing from the class path");
        }
        return new ThreadSafeLanguageDetectorME(new LanguageDetectorModel(in));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
