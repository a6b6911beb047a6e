package io.clausestream.core.rules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads rules from YAML and finds all that is wrong with them. The format is written down in the
 * documentation, in {@code rules.md}. Time and memory are bounded by {@link #MAX_BYTES}, whatever
 * the file holds.
 */
public final class RuleFile {

  /** Largest file, in bytes of UTF-8. */
  public static final int MAX_BYTES = 1 << 20;

  /** Most categories and statements of a file. */
  public static final int MAX_RULES = 2_000;

  /** Most phrases of a file. */
  public static final int MAX_PHRASES = 20_000;

  /** Longest phrase, in UTF-16 units. */
  public static final int MAX_PHRASE_LENGTH = 400;

  /** Most phrases of a language that begin with the same word: each is tried wherever it stands. */
  public static final int MAX_SAME_BEGINNING = 400;

  /** Most faults that are listed; the rest is counted. */
  public static final int MAX_FAULTS = 1_000;

  private RuleFile() {}

  /** Reads the text of a file. */
  public static RuleReading read(String yaml) {
    Faults faults = new Faults();
    Optional<Node> root = YamlTree.read(yaml, faults);
    Optional<RuleSet> ruleSet = root.flatMap(node -> new RuleReader(faults).read(node));
    return new RuleReading(
        faults.count() == 0 ? ruleSet : Optional.empty(), faults.first(), faults.count());
  }

  /**
   * Reads a file in UTF-8; no more of it than its largest size.
   *
   * @throws IOException if the stream cannot be read
   */
  public static RuleReading read(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MAX_BYTES + 1);
    Faults faults = new Faults();
    if (bytes.length > MAX_BYTES) {
      faults.add("holds more than " + MAX_BYTES + " bytes; split or shorten it");
      return new RuleReading(Optional.empty(), faults.first(), faults.count());
    }
    try {
      return read(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      faults.add("is not UTF-8; save it as UTF-8");
      return new RuleReading(Optional.empty(), faults.first(), faults.count());
    }
  }
}
