package io.clausestream.cli.up;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A page of the docs that shows a terminal: blocks of commands, each with what it prints. */
final class ConsolePage {

  private static final String BEGIN = "```console";
  private static final String END = "```";
  private static final String PROMPT = "$ ";
  private static final String HERE = "<<'END'";

  /**
   * A command of the page.
   *
   * @param section the heading that it stands under
   * @param command what is typed, of several lines where it holds a document
   * @param prints the lines that the page shows below it
   */
  record Step(String section, String command, List<String> prints) {}

  private final List<Step> steps = new ArrayList<>();
  private String section = "";
  private boolean inBlock;
  private boolean inDocument;

  private ConsolePage() {}

  static List<Step> steps(Path file) throws IOException {
    ConsolePage page = new ConsolePage();
    Files.readAllLines(file).forEach(page::read);
    return page.steps;
  }

  private void read(String line) {
    if (!inBlock) {
      section = line.startsWith("## ") ? line.substring(3) : section;
      inBlock = line.equals(BEGIN);
    } else if (inDocument) {
      continueCommand(line);
      inDocument = !line.equals("END");
    } else if (line.equals(END)) {
      inBlock = false;
    } else if (line.startsWith(PROMPT)) {
      steps.add(new Step(section, line.substring(PROMPT.length()), new ArrayList<>()));
      inDocument = line.endsWith(HERE);
    } else {
      steps.get(steps.size() - 1).prints().add(line);
    }
  }

  private void continueCommand(String line) {
    Step last = steps.remove(steps.size() - 1);
    steps.add(new Step(last.section(), last.command() + "\n" + line, last.prints()));
  }
}
