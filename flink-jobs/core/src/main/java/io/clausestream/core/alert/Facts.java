package io.clausestream.core.alert;

import io.clausestream.core.fingerprint.ContentId;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a change tells, provision by provision, by its words. Stateless. */
public final class Facts {

  private static final Pattern SPACE = Pattern.compile("\\s+");

  private Facts() {}

  /**
   * The words of a provision that changed.
   *
   * @param provisionId its id; empty when the document has more provisions than are followed
   * @param before texts of its changed blocks as they were, in the order of the document
   * @param after the same as they are
   */
  public record Words(Optional<String> provisionId, List<String> before, List<String> after) {

    /** Copies the lists. */
    public Words {
      before = List.copyOf(before);
      after = List.copyOf(after);
    }
  }

  /**
   * Ids of the facts of a change; empty if one of its provisions has no id, as that one may be any.
   *
   * @param provisions all provisions that the change touched
   */
  public static Set<String> of(List<Words> provisions) {
    if (provisions.stream().anyMatch(provision -> provision.provisionId().isEmpty())) {
      return Set.of();
    }
    return provisions.stream().map(Facts::id).collect(Collectors.toUnmodifiableSet());
  }

  private static String id(Words words) {
    return ContentId.fact(
        words.provisionId().orElseThrow(), normal(words.before()), normal(words.after()));
  }

  /** How words are set says nothing. */
  private static String normal(List<String> texts) {
    String text = Normalizer.normalize(String.join(" ", texts), Normalizer.Form.NFKC);
    return SPACE.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }
}
