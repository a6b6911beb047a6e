package io.clausestream.connector.delivery.feed;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Link;
import io.clausestream.connector.delivery.Message;
import io.clausestream.connector.delivery.Recipient;
import io.clausestream.connector.delivery.json.MessageJson;
import io.clausestream.connector.delivery.text.HtmlText;
import io.clausestream.connector.delivery.text.Telling;
import io.clausestream.connector.delivery.text.Tellings;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** Makes entries of messages: the same message gives the same entry. */
final class FeedEntries {

  private FeedEntries() {}

  static Entry of(Message message, Recipient recipient) {
    Telling telling = Tellings.of(message, recipient);
    Entry entry = new Entry();
    entry.setId("urn:clausestream:message:" + message.messageId());
    entry.setTitleEx(content("text", telling.title()));
    Date at = Date.from(instant(message));
    entry.setUpdated(at);
    entry.setPublished(at);
    entry.setContents(List.of(content("html", HtmlText.fragment(telling))));
    entry.setCategories(
        List.of(category(MessageJson.type(message)), category(message.severity().name())));
    telling.link().ifPresent(link -> entry.setAlternateLinks(List.of(link(link.url()))));
    return entry;
  }

  private static Instant instant(Message message) {
    return message instanceof Message.OfAlert alert
        ? alert.alert().getAlertedAt()
        : ((Message.OfDigest) message).digest().getUntil();
  }

  private static Content content(String type, String value) {
    Content content = new Content();
    content.setType(type);
    content.setValue(value);
    return content;
  }

  private static Category category(String term) {
    Category category = new Category();
    category.setTerm(term);
    return category;
  }

  private static Link link(String url) {
    Link link = new Link();
    link.setRel("alternate");
    link.setHref(url);
    return link;
  }
}
