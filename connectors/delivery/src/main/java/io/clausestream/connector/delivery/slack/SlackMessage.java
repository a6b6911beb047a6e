package io.clausestream.connector.delivery.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clausestream.connector.delivery.text.Link;
import io.clausestream.connector.delivery.text.Redline;
import io.clausestream.connector.delivery.text.Redline.Mark;
import io.clausestream.connector.delivery.text.Redline.Piece;
import io.clausestream.connector.delivery.text.Telling;
import io.clausestream.connector.delivery.text.Telling.Entry;
import io.clausestream.connector.delivery.text.Telling.Passage;
import java.util.List;

/**
 * A telling in Block Kit. Texts of pages stand escaped in sections, and their redline in rich text,
 * which has no markup at all.
 */
final class SlackMessage {

  private static final int MOST_BLOCKS = 50;
  private static final int MOST_HEADER = 150;
  private static final int MOST_TEXT = 3000;
  private static final int CONTEXT = 100;

  /** Blocks kept free for what stands at the end. */
  private static final int AT_THE_END = 4;

  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  private final ArrayNode blocks;
  private int left;

  private SlackMessage(ArrayNode blocks) {
    this.blocks = blocks;
  }

  /**
   * The body for an incoming webhook, UTF-8.
   *
   * @param id of the message, by which repeats are told
   */
  static byte[] of(Telling telling, String id) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("text", SlackText.escaped(telling.title(), MOST_TEXT));
    root.put("unfurl_links", false);
    root.put("unfurl_media", false);
    new SlackMessage(root.putArray("blocks")).write(telling, id);
    try {
      return MAPPER.writeValueAsBytes(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of JSON cannot be written", e);
    }
  }

  private void write(Telling telling, String id) {
    ObjectNode header = blocks.addObject().put("type", "header");
    header
        .putObject("text")
        .put("type", "plain_text")
        .put("text", SlackText.escaped(telling.title(), MOST_HEADER))
        .put("emoji", false);
    telling.notes().forEach(note -> section("*" + SlackText.escaped(note, MOST_TEXT - 2) + "*"));
    facts(telling);
    telling.sections().forEach(part -> list("*" + part.heading() + "*", part.sentences()));
    telling.passages().forEach(this::passage);
    telling.entries().forEach(this::entry);
    end(telling, id);
  }

  private void facts(Telling telling) {
    StringBuilder text = new StringBuilder();
    telling
        .facts()
        .forEach(
            fact ->
                text.append("*" + fact.label() + ":* ")
                    .append(SlackText.escaped(fact.value(), 300))
                    .append('\n'));
    section(text.toString());
  }

  private void list(String heading, List<String> sentences) {
    if (!sentences.isEmpty()) {
      section(bullets(heading, sentences));
    }
  }

  private static String bullets(String heading, List<String> sentences) {
    StringBuilder text = new StringBuilder(heading);
    for (String sentence : sentences) {
      String line = "\n• " + SlackText.escaped(sentence, 700);
      if (text.length() + line.length() <= MOST_TEXT - 300) {
        text.append(line);
      }
    }
    return text.toString();
  }

  private void entry(Entry entry) {
    String heading =
        "*%s*  (%s)\n%s"
            .formatted(
                SlackText.escaped(entry.title(), 300),
                entry.badge().word(),
                SlackText.escaped(entry.facts(), 200));
    for (String note : entry.notes()) {
      heading += "\n*" + SlackText.escaped(note, 400) + "*";
    }
    String text = bullets(heading, entry.summary());
    section(
        entry
            .link()
            .map(link -> text + "\n" + link(link))
            .filter(linked -> linked.length() <= MOST_TEXT)
            .orElse(text));
  }

  private void passage(Passage passage) {
    if (isFull()) {
      left++;
      return;
    }
    ArrayNode elements =
        blocks
            .addObject()
            .put("type", "rich_text")
            .putArray("elements")
            .addObject()
            .put("type", "rich_text_section")
            .putArray("elements");
    String heading = cut(passage.heading(), 200);
    text(elements, heading, "bold");
    text(elements, " (" + passage.badge().word() + ", " + passage.what() + ")", "");
    int room = MOST_TEXT - heading.length() - 100;
    for (Redline redline : passage.redlines()) {
      text(elements, "\n", "");
      for (Piece piece : redline.shortened(CONTEXT, MOST_TEXT / 4).pieces()) {
        String shown = cut(piece.text(), room);
        text(elements, shown, style(piece.mark()));
        room -= shown.length();
      }
    }
  }

  private static String style(Mark mark) {
    return switch (mark) {
      case GONE -> "strike";
      case NEW -> "bold";
      default -> "";
    };
  }

  /** Rich text takes no empty text. */
  private static void text(ArrayNode elements, String text, String style) {
    if (text.isEmpty()) {
      return;
    }
    ObjectNode element = elements.addObject().put("type", "text").put("text", text);
    if (!style.isEmpty()) {
      element.putObject("style").put(style, true);
    }
  }

  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Math.max(most - 1, 0);
    boolean splits = end > 0 && Character.isHighSurrogate(text.charAt(end - 1));
    return most <= 0 ? "" : text.substring(0, splits ? end - 1 : end) + "…";
  }

  private void section(String mrkdwn) {
    if (isFull()) {
      left++;
    } else {
      mrkdwn(blocks.addObject().put("type", "section").putObject("text"), mrkdwn);
    }
  }

  private boolean isFull() {
    return blocks.size() >= MOST_BLOCKS - AT_THE_END;
  }

  private static void mrkdwn(ObjectNode node, String text) {
    node.put("type", "mrkdwn").put("text", text).put("verbatim", true);
  }

  /** What was left out, the link, and how to cite it; there is always room for these. */
  private void end(Telling telling, String id) {
    ArrayNode context = MAPPER.createArrayNode();
    if (left > 0) {
      mrkdwn(context.addObject(), "… +" + left);
    }
    telling
        .closing()
        .forEach(text -> mrkdwn(context.addObject(), SlackText.escaped(text, MOST_TEXT)));
    telling.link().ifPresent(link -> mrkdwn(context.addObject(), link(link)));
    telling
        .citation()
        .ifPresent(text -> mrkdwn(context.addObject(), SlackText.escaped(text, 2000)));
    mrkdwn(context.addObject(), SlackText.escaped(id, 100));
    blocks.addObject().put("type", "context").set("elements", context);
  }

  private static String link(Link link) {
    return "<" + SlackText.escaped(link.url()) + "|" + link.label() + ">";
  }
}
