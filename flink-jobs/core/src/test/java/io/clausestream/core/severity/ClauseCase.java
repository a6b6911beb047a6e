package io.clausestream.core.severity;

import io.clausestream.core.change.DetectorHarness;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A change of one clause and how a careful reader judges it.
 *
 * @param before the clause before; {@value #ABSENT} where it did not stand
 * @param after the clause after; {@value #ABSENT} where it no longer stands
 */
record ClauseCase(
    String id,
    String half,
    String language,
    String before,
    String after,
    Severity severity,
    Direction direction,
    Set<String> categories) {

  static final String ABSENT = "-";

  private static final String HEADER =
      "id\thalf\tlanguage\tbefore\tafter\tseverity\tdirection\tcategories";

  /** All cases of the set, in its order. */
  static List<ClauseCase> all() {
    try (InputStream in = ClauseCase.class.getResourceAsStream("/clauses/clauses.tsv")) {
      List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      if (!lines.get(0).equals(HEADER)) {
        throw new IllegalStateException("clauses.tsv begins with another header: " + lines.get(0));
      }
      return lines.stream().skip(1).map(ClauseCase::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ClauseCase parse(String line) {
    String[] fields = line.split("\t", -1);
    return new ClauseCase(
        fields[0],
        fields[1],
        fields[2],
        fields[3],
        fields[4],
        Severity.valueOf(fields[5]),
        Direction.valueOf(fields[6]),
        Set.copyOf(Arrays.asList(fields[7].split(","))));
  }

  /** What the rules say of the change, as two captures of a page go through the detector. */
  ClauseVerdict verdict() {
    List<PageChange> changes =
        new DetectorHarness().fetch(0, page(before)).fetch(6, page(after)).changes();
    return changes.isEmpty()
        ? ClauseVerdict.unseen(this)
        : ClauseVerdict.of(this, changes.get(0).assessment());
  }

  /** A page that says nothing any rule knows, so that only the clause is judged. */
  private String page(String clause) {
    String html = clause.equals(ABSENT) ? "" : "<p>" + clause + "</p>";
    return switch (language) {
      case "en" -> ENGLISH.formatted(html);
      case "de" -> GERMAN.formatted(html);
      case "fr" -> FRENCH.formatted(html);
      default -> throw new IllegalArgumentException(id + " is in an unknown language: " + language);
    };
  }

  private static final String ENGLISH =
      """
      <html><head><title>Text</title></head><body><main><h1>Text</h1>
      <p>This text says how the house works and what people should know before they come in.</p>
      <p>The house is open to all who have come to read, and it is quiet there in the morning.</p>
      <p>It was built of stone a long while ago, has two floors, and stands between a garden and a lake. Most of the rooms look out on the water. The shelves are tall, the chairs are soft, and the lamps are lit as soon as it grows dark outside.</p>
      <h2>More</h2><p>This is what else there is to say.</p>%s
      <h2>End</h2><p>We are glad to answer what you would like to know, at best through the form.</p>
      </main></body></html>
      """;
  private static final String GERMAN =
      """
      <html><head><title>Text</title></head><body><main><h1>Text</h1>
      <p>Dieser Text sagt, wie das Haus arbeitet und was man wissen sollte, bevor man hereinkommt.</p>
      <p>Das Haus steht allen offen, die lesen wollen, und am Morgen ist es dort sehr ruhig.</p>
      <p>Es wurde vor langer Zeit aus Stein gebaut, hat zwei Stockwerke und liegt zwischen einem Garten und einem See. Aus den meisten Zimmern sieht man auf das Wasser. Die Regale sind hoch, die Stühle sind weich, und wenn es draußen dunkel wird, brennen die Lampen.</p>
      <h2>Weiteres</h2><p>Das ist es, was sonst noch zu sagen ist.</p>%s
      <h2>Ende</h2><p>Fragen zu diesem Text beantworten wir gern, am besten auf dem Weg über das Formular.</p>
      </main></body></html>
      """;
  private static final String FRENCH =
      """
      <html><head><title>Texte</title></head><body><main><h1>Texte</h1>
      <p>Ce texte dit comment la maison travaille et ce qu'il faut savoir avant d'y entrer.</p>
      <p>La maison est ouverte à toutes les personnes qui veulent lire, et le matin elle est calme.</p>
      <p>Elle fut bâtie en pierre il y a longtemps, compte deux niveaux et se trouve entre un jardin et un lac. La plupart des chambres donnent sur l'eau. Les étagères sont hautes, les chaises sont douces, et les lampes brûlent dès qu'il fait nuit dehors.</p>
      <h2>Autres points</h2><p>Voici ce qu'il reste à dire.</p>%s
      <h2>Fin</h2><p>Toute question sur ce texte reçoit une réponse, de préférence au moyen du formulaire.</p>
      </main></body></html>
      """;
}
