package io.clausestream.cli.explain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clausestream.cli.UserMistake;
import io.clausestream.cli.json.ChangeReader;
import io.clausestream.schema.PageChange;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A file of changes, one line of JSON each. Stateless. */
final class ChangesFile {

  private static final ObjectMapper JSON = new ObjectMapper();

  private ChangesFile() {}

  /**
   * Hands over the changes of a file, in its order; blank lines are passed over.
   *
   * @throws UserMistake when it cannot be read, or a line of it is no change
   */
  static void read(Path file, Consumer<PageChange> out) {
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      String line;
      for (long number = 1; (line = reader.readLine()) != null; number++) {
        if (!line.isBlank()) {
          out.accept(parse(line, file, number));
        }
      }
    } catch (IOException e) {
      throw new UserMistake(
          "The changes '"
              + file
              + "' cannot be read ("
              + e.getClass().getSimpleName()
              + "): name a file of JSON Lines in UTF-8 with --from-file.",
          e);
    }
  }

  private static PageChange parse(String line, Path file, long number) {
    try {
      return ChangeReader.read(JSON.readTree(line));
    } catch (JsonProcessingException e) {
      throw noChange(file, number, "it is no JSON (" + e.getOriginalMessage() + ")", e);
    } catch (IllegalArgumentException e) {
      throw noChange(file, number, String.valueOf(e.getMessage()), e);
    }
  }

  private static UserMistake noChange(Path file, long number, String why, Exception cause) {
    return new UserMistake(
        "Line "
            + number
            + " of '"
            + file
            + "' is no change: "
            + why
            + "; make the file with 'changes --format jsonl' or 'replay --changes'.",
        cause);
  }
}
