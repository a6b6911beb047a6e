package io.clausestream.connector.delivery.text;

import io.clausestream.schema.Severity;
import java.util.List;
import java.util.Optional;

/**
 * A message in the words of its recipient, before it becomes a mail, a Slack message or an entry of
 * a feed. All strings are plain text, harmless by {@link SafeText}.
 *
 * @param title one line
 * @param language BCP 47 tag of the fixed words
 * @param badge the severity
 * @param notes what to know before all else: that it is an update, or taken back and why
 * @param facts dates, direction and the like
 * @param sections lists of sentences under headings
 * @param passages what changed, as the page says it
 * @param entries changes of a digest
 * @param closing what was left out
 * @param link to the document
 * @param citation how to cite it
 */
public record Telling(
    String title,
    String language,
    Badge badge,
    List<String> notes,
    List<Fact> facts,
    List<Section> sections,
    List<Passage> passages,
    List<Entry> entries,
    List<String> closing,
    Optional<Link> link,
    Optional<String> citation) {

  /** Copies the lists and makes the texts harmless. */
  public Telling {
    title = SafeText.line(title);
    notes = lines(notes);
    facts = List.copyOf(facts);
    sections = List.copyOf(sections);
    passages = List.copyOf(passages);
    entries = List.copyOf(entries);
    closing = lines(closing);
    citation = citation.map(SafeText::line);
  }

  /**
   * A severity and its word.
   *
   * @param severity decides on the colour
   * @param word in the recipient's language
   */
  public record Badge(Severity severity, String word) {}

  /**
   * A fact with its label.
   *
   * @param label what it is
   * @param value one line
   */
  public record Fact(String label, String value) {

    /** Makes the texts harmless. */
    public Fact {
      value = SafeText.line(value);
    }
  }

  /**
   * Sentences under a heading.
   *
   * @param heading one line
   * @param sentences one line each
   */
  public record Section(String heading, List<String> sentences) {

    /** Makes the texts harmless. */
    public Section {
      sentences = lines(sentences);
    }
  }

  /**
   * A provision and its changed blocks.
   *
   * @param heading the headings above it, outermost first
   * @param badge its severity
   * @param what became of it
   * @param redlines its blocks
   */
  public record Passage(String heading, Badge badge, String what, List<Redline> redlines) {

    /** Makes the heading harmless. */
    public Passage {
      heading = SafeText.line(heading);
      redlines = List.copyOf(redlines);
    }
  }

  /**
   * A change of a digest.
   *
   * @param title one line
   * @param badge its severity
   * @param notes that it is an update, or taken back
   * @param facts in one line
   * @param summary sentences
   * @param link to the document
   */
  public record Entry(
      String title,
      Badge badge,
      List<String> notes,
      String facts,
      List<String> summary,
      Optional<Link> link) {

    /** Makes the texts harmless. */
    public Entry {
      title = SafeText.line(title);
      notes = lines(notes);
      facts = SafeText.line(facts);
      summary = lines(summary);
    }
  }

  private static List<String> lines(List<String> texts) {
    return texts.stream().map(SafeText::line).filter(line -> !line.isEmpty()).toList();
  }
}
