package io.clausestream.connector.delivery.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedInput;
import com.rometools.rome.io.WireFeedOutput;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A feed in a file, which is replaced as a whole. */
final class AtomFile {

  private static final Logger LOG = LoggerFactory.getLogger(AtomFile.class);

  private final Path file;
  private final String id;
  private final String title;
  private final int mostEntries;

  /**
   * A feed.
   *
   * @param file ends with .atom
   * @param id of the feed
   * @param title of the feed
   * @param mostEntries the newest so many stay
   */
  AtomFile(Path file, String id, String title, int mostEntries) {
    this.file = file;
    this.id = id;
    this.title = title;
    this.mostEntries = mostEntries;
  }

  /** Puts an entry into it; one of the same id is replaced. */
  void put(Entry entry) throws IOException {
    List<Entry> entries = new ArrayList<>(entries());
    entries.removeIf(old -> old.getId().equals(entry.getId()));
    entries.add(entry);
    entries.sort(Comparator.comparing(Entry::getUpdated).reversed().thenComparing(Entry::getId));
    replace(feed(entries.subList(0, Math.min(entries.size(), mostEntries))));
  }

  private List<Entry> entries() throws IOException {
    try (Reader reader = Files.newBufferedReader(file, UTF_8)) {
      return ((Feed) new WireFeedInput(false, Locale.ROOT).build(reader)).getEntries();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (FeedException | IllegalArgumentException e) {
      Path aside = file.resolveSibling(file.getFileName() + ".damaged");
      LOG.warn("Feed {} cannot be read; it was moved to {} and begins anew.", file, aside);
      Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
      return List.of();
    }
  }

  private Feed feed(List<Entry> entries) {
    Feed feed = new Feed("atom_1.0");
    feed.setEncoding("UTF-8");
    feed.setId(id);
    Content text = new Content();
    text.setValue(title);
    feed.setTitleEx(text);
    feed.setUpdated(entries.stream().map(Entry::getUpdated).max(Date::compareTo).orElseThrow());
    Person author = new Person();
    author.setName("Clausestream");
    feed.setAuthors(List.of(author));
    feed.setEntries(entries);
    return feed;
  }

  private void replace(Feed feed) throws IOException {
    StringWriter text = new StringWriter();
    try {
      new WireFeedOutput().output(feed, text);
    } catch (FeedException e) {
      throw new IOException(e);
    }
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try (FileChannel channel =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
