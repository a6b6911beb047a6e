package io.clausestream.core.quality;

import com.google.re2j.Pattern;
import io.clausestream.core.canonical.CanonicalPage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What notices say that are served instead of a document; read from {@code notices.txt}. Searching
 * a short page costs more than parsing it, and a notice is fetched again and again, so the answers
 * to the last texts are kept. Thread-safe.
 */
final class NoticePhrases {

  private static final String RESOURCE = "notices.txt";

  /** Texts whose answer is kept: the notices of some hundred documents. */
  private static final int MOST_KEPT = 256;

  /** Longer ones, by a huge title, are searched each time. */
  private static final int LONGEST_KEPT = 2 * QualityInspector.LONGEST_NOTICE;

  private final Map<EvidenceCode, Pattern> patterns;

  private final Map<String, Optional<Evidence>> answers =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Optional<Evidence>> eldest) {
              return size() > MOST_KEPT;
            }
          });

  private NoticePhrases(Map<EvidenceCode, Pattern> patterns) {
    this.patterns = patterns;
  }

  static NoticePhrases load() {
    try (InputStream in = NoticePhrases.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the jar");
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static NoticePhrases parse(String lines) {
    Map<EvidenceCode, String> alternatives = new LinkedHashMap<>();
    for (String line : lines.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
      String[] parts = line.split("\\s+", 2);
      alternatives.merge(EvidenceCode.valueOf(parts[0]), parts[1], (a, b) -> a + "|" + b);
    }
    Map<EvidenceCode, Pattern> patterns = new LinkedHashMap<>();
    alternatives.forEach((code, any) -> patterns.put(code, Pattern.compile("(?i)(" + any + ")")));
    return new NoticePhrases(patterns);
  }

  /** The first notice that a short page's title or text gives. */
  Optional<Evidence> find(CanonicalPage page) {
    String text = page.title() + "\n" + page.text();
    if (text.length() > LONGEST_KEPT) {
      return search(text);
    }
    return answers.computeIfAbsent(text, this::search);
  }

  private Optional<Evidence> search(String text) {
    for (Map.Entry<EvidenceCode, Pattern> entry : patterns.entrySet()) {
      var matcher = entry.getValue().matcher(text);
      if (matcher.find()) {
        return Optional.of(
            new Evidence(entry.getKey(), "the short page says '" + matcher.group() + "'"));
      }
    }
    return Optional.empty();
  }
}
