package io.clausestream.core.severity;

import io.clausestream.core.rules.Phrase;
import io.clausestream.core.rules.PhraseIndex;
import io.clausestream.core.rules.ShippedRules;
import io.clausestream.core.rules.Tokens;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Laws and authorities that a text names, from a data file of the release. Immutable and
 * thread-safe.
 */
final class Authorities {

  private static final String FILE = "authorities.yaml";
  private static final Authorities SHIPPED = read();

  private final List<String> ids;
  private final PhraseIndex<String> index;

  private Authorities(Map<String, List<Phrase>> words) {
    ids = List.copyOf(words.keySet());
    index = PhraseIndex.of(words);
  }

  static Authorities shipped() {
    return SHIPPED;
  }

  /** The ids of those that a text names, in the order of the file. */
  List<String> namedIn(String text) {
    Set<String> named = index.meaningsIn(Tokens.of(text));
    return ids.stream().filter(named::contains).toList();
  }

  private static Authorities read() {
    try (InputStream in = ShippedRules.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing from the jar");
      }
      Map<?, ?> file = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in);
      Map<String, List<Phrase>> words = new LinkedHashMap<>();
      for (Object entry : (List<?>) file.get("authorities")) {
        Map<?, ?> authority = (Map<?, ?>) entry;
        words.put(
            (String) authority.get("id"),
            ((List<?>) authority.get("words"))
                .stream().map(phrase -> Phrase.parse((String) phrase)).toList());
      }
      return new Authorities(words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
