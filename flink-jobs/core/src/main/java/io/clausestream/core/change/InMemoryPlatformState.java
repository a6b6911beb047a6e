package io.clausestream.core.change;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.provision.Provisions;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The in-memory twin of keyed state, for tests and tools. One thread. */
public final class InMemoryPlatformState implements PlatformState {

  private final Map<String, DocumentHead> heads = new HashMap<>();
  private final Map<String, List<Block>> texts = new HashMap<>();
  private final Map<String, List<Block>> candidates = new HashMap<>();
  private final Map<String, Provisions> provisions = new HashMap<>();
  private final Map<String, HeldCategories> categories = new HashMap<>();
  private final Map<String, PageMemory> memories = new HashMap<>();
  private final Map<String, Outline> outlines = new LinkedHashMap<>();
  private Site site = Site.EMPTY;
  private Agenda agenda = Agenda.EMPTY;

  @Override
  public Optional<DocumentHead> head(String documentId) {
    return Optional.ofNullable(heads.get(documentId));
  }

  @Override
  public void putHead(String documentId, DocumentHead head) {
    heads.put(documentId, head);
  }

  @Override
  public List<Block> text(String documentId) {
    return texts.getOrDefault(documentId, List.of());
  }

  @Override
  public void putText(String documentId, List<Block> blocks) {
    texts.put(documentId, blocks);
  }

  @Override
  public List<Block> candidate(String documentId) {
    return candidates.getOrDefault(documentId, List.of());
  }

  @Override
  public void putCandidate(String documentId, List<Block> blocks) {
    candidates.put(documentId, blocks);
  }

  @Override
  public Provisions provisions(String documentId) {
    return provisions.getOrDefault(documentId, Provisions.EMPTY);
  }

  @Override
  public void putProvisions(String documentId, Provisions known) {
    provisions.put(documentId, known);
  }

  @Override
  public HeldCategories categories(String documentId) {
    return categories.getOrDefault(documentId, HeldCategories.NONE);
  }

  @Override
  public void putCategories(String documentId, HeldCategories held) {
    categories.put(documentId, held);
  }

  @Override
  public PageMemory memory(String documentId) {
    return memories.getOrDefault(documentId, PageMemory.EMPTY);
  }

  @Override
  public void putMemory(String documentId, PageMemory memory) {
    memories.put(documentId, memory);
  }

  @Override
  public Map<String, Outline> outlines() {
    return Collections.unmodifiableMap(outlines);
  }

  @Override
  public void putOutline(String documentId, Outline outline) {
    outlines.remove(documentId);
    outlines.put(documentId, outline);
    if (outlines.size() > MAX_OUTLINES) {
      outlines.remove(outlines.keySet().iterator().next());
    }
  }

  @Override
  public Site site() {
    return site;
  }

  @Override
  public void putSite(Site site) {
    this.site = site;
  }

  @Override
  public Agenda agenda() {
    return agenda;
  }

  @Override
  public void putAgenda(Agenda agenda) {
    this.agenda = agenda;
  }
}
