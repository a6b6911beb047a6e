package io.clausestream.pipeline.state;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.change.Agenda;
import io.clausestream.core.change.DocumentHead;
import io.clausestream.core.change.HeldCategories;
import io.clausestream.core.change.Outline;
import io.clausestream.core.change.PageMemory;
import io.clausestream.core.change.PlatformState;
import io.clausestream.core.change.Site;
import io.clausestream.core.provision.Provisions;
import io.clausestream.pipeline.OperatorIds;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A platform's state held as the bytes that a cluster keeps, so that they can be counted. */
final class CodedPlatformState implements PlatformState {

  private static final String PLATFORM = "Example";

  private final DocumentHeadCodec headCodec = new DocumentHeadCodec();
  private final BlocksCodec textCodec = new BlocksCodec(OperatorIds.STATE_TEXT);
  private final ProvisionsCodec provisionsCodec = new ProvisionsCodec();
  private final HeldCategoriesCodec categoriesCodec = new HeldCategoriesCodec();
  private final PageMemoryCodec memoryCodec = new PageMemoryCodec();
  private final OutlineCodec outlineCodec = new OutlineCodec();
  private final SiteCodec siteCodec = new SiteCodec();
  private final AgendaCodec agendaCodec = new AgendaCodec();

  private final Map<String, byte[]> heads = new HashMap<>();
  private final Map<String, byte[]> texts = new HashMap<>();
  private final Map<String, byte[]> candidates = new HashMap<>();
  private final Map<String, byte[]> provisions = new HashMap<>();
  private final Map<String, byte[]> categories = new HashMap<>();
  private final Map<String, byte[]> memories = new HashMap<>();
  private final Map<String, byte[]> outlines = new LinkedHashMap<>();
  private final Map<String, Outline> read = new LinkedHashMap<>();
  private byte[] site = siteCodec.encode(Site.EMPTY);
  private byte[] agenda = agendaCodec.encode(Agenda.EMPTY);
  private long turn;

  /** The next fetch: as in an operator, outlines are read once for each. */
  void focus() {
    read.clear();
  }

  /** Bytes that are kept of a document. */
  long bytes(String documentId) {
    return List.of(heads, texts, candidates, provisions, categories, memories, outlines).stream()
        .mapToLong(map -> map.getOrDefault(documentId, new byte[0]).length)
        .sum();
  }

  /** Bytes of the texts among them. */
  long bytesOfTexts(String documentId) {
    return List.of(texts, candidates).stream()
        .mapToLong(map -> map.getOrDefault(documentId, new byte[0]).length)
        .sum();
  }

  /** Bytes that are kept of the platform beside its documents. */
  long bytesOfSite() {
    return (long) site.length + agenda.length;
  }

  /** Bytes of a text as it is kept. */
  long bytes(List<Block> blocks) {
    return textCodec.encode(blocks).length;
  }

  @Override
  public Optional<DocumentHead> head(String documentId) {
    return Optional.ofNullable(heads.get(documentId))
        .map(stored -> headCodec.decode(stored, PLATFORM, documentId));
  }

  @Override
  public void putHead(String documentId, DocumentHead head) {
    heads.put(documentId, headCodec.encode(head));
  }

  @Override
  public List<Block> text(String documentId) {
    return blocks(texts.get(documentId));
  }

  @Override
  public void putText(String documentId, List<Block> blocks) {
    texts.put(documentId, textCodec.encode(blocks));
  }

  @Override
  public List<Block> candidate(String documentId) {
    return blocks(candidates.get(documentId));
  }

  private List<Block> blocks(byte[] stored) {
    return stored == null ? List.of() : textCodec.decode(stored);
  }

  @Override
  public void putCandidate(String documentId, List<Block> blocks) {
    if (blocks.isEmpty()) {
      candidates.remove(documentId);
    } else {
      candidates.put(documentId, textCodec.encode(blocks));
    }
  }

  @Override
  public Provisions provisions(String documentId) {
    byte[] stored = provisions.get(documentId);
    return stored == null ? Provisions.EMPTY : provisionsCodec.decode(stored);
  }

  @Override
  public void putProvisions(String documentId, Provisions known) {
    provisions.put(documentId, provisionsCodec.encode(known));
  }

  @Override
  public HeldCategories categories(String documentId) {
    byte[] stored = categories.get(documentId);
    return stored == null ? HeldCategories.NONE : categoriesCodec.decode(stored);
  }

  @Override
  public void putCategories(String documentId, HeldCategories held) {
    categories.put(documentId, categoriesCodec.encode(held));
  }

  @Override
  public PageMemory memory(String documentId) {
    byte[] stored = memories.get(documentId);
    return stored == null ? PageMemory.EMPTY : memoryCodec.decode(stored);
  }

  @Override
  public void putMemory(String documentId, PageMemory memory) {
    memories.put(documentId, memoryCodec.encode(memory));
  }

  @Override
  public Map<String, Outline> outlines() {
    if (read.isEmpty()) {
      outlines.forEach((id, stored) -> read.put(id, outlineCodec.decode(stored).outline()));
    }
    return read;
  }

  @Override
  public void putOutline(String documentId, Outline outline) {
    outlines.remove(documentId);
    outlines.put(documentId, outlineCodec.encode(new OutlineCodec.Kept(++turn, outline)));
    if (outlines.size() > MAX_OUTLINES) {
      String oldest = outlines.keySet().iterator().next();
      outlines.remove(oldest);
      read.remove(oldest);
    }
    if (!read.isEmpty()) {
      read.remove(documentId);
      read.put(documentId, outline);
    }
  }

  @Override
  public Site site() {
    return siteCodec.decode(site);
  }

  @Override
  public void putSite(Site known) {
    site = siteCodec.encode(known);
  }

  @Override
  public Agenda agenda() {
    return agendaCodec.decode(agenda);
  }

  @Override
  public void putAgenda(Agenda deadlines) {
    agenda = agendaCodec.encode(deadlines);
  }
}
