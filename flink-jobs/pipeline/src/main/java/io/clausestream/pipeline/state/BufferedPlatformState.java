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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one record or timer makes of a platform's state, held in memory until all of it is known to
 * be sound: {@link #keep} writes it, and without that nothing has happened. One thread.
 */
public final class BufferedPlatformState implements PlatformState {

  private final PlatformState kept;
  private final Map<String, DocumentHead> heads = new HashMap<>();
  private final Map<String, List<Block>> texts = new HashMap<>();
  private final Map<String, List<Block>> candidates = new HashMap<>();
  private final Map<String, Provisions> provisions = new HashMap<>();
  private final Map<String, HeldCategories> categories = new HashMap<>();
  private final Map<String, PageMemory> memories = new HashMap<>();
  private final Map<String, Outline> outlines = new LinkedHashMap<>();
  private @Nullable Site site;
  private @Nullable Agenda agenda;

  /** A buffer over what is kept. */
  public BufferedPlatformState(PlatformState kept) {
    this.kept = kept;
  }

  /**
   * Writes what was put.
   *
   * @throws StateAccessException if it cannot be written, which may leave it half written: the job
   *     must fail
   */
  public void keep() {
    access(
        () -> {
          heads.forEach(kept::putHead);
          texts.forEach(kept::putText);
          candidates.forEach(kept::putCandidate);
          provisions.forEach(kept::putProvisions);
          categories.forEach(kept::putCategories);
          memories.forEach(kept::putMemory);
          outlines.forEach(kept::putOutline);
          if (site != null) {
            kept.putSite(site);
          }
          if (agenda != null) {
            kept.putAgenda(agenda);
          }
          return true;
        });
  }

  @Override
  public Optional<DocumentHead> head(String documentId) {
    DocumentHead put = heads.get(documentId);
    return put != null ? Optional.of(put) : access(() -> kept.head(documentId));
  }

  @Override
  public void putHead(String documentId, DocumentHead head) {
    heads.put(documentId, head);
  }

  @Override
  public List<Block> text(String documentId) {
    List<Block> put = texts.get(documentId);
    return put != null ? put : access(() -> kept.text(documentId));
  }

  @Override
  public void putText(String documentId, List<Block> blocks) {
    texts.put(documentId, blocks);
  }

  @Override
  public List<Block> candidate(String documentId) {
    List<Block> put = candidates.get(documentId);
    return put != null ? put : access(() -> kept.candidate(documentId));
  }

  @Override
  public void putCandidate(String documentId, List<Block> blocks) {
    candidates.put(documentId, blocks);
  }

  @Override
  public Provisions provisions(String documentId) {
    Provisions put = provisions.get(documentId);
    return put != null ? put : access(() -> kept.provisions(documentId));
  }

  @Override
  public void putProvisions(String documentId, Provisions known) {
    provisions.put(documentId, known);
  }

  @Override
  public HeldCategories categories(String documentId) {
    HeldCategories put = categories.get(documentId);
    return put != null ? put : access(() -> kept.categories(documentId));
  }

  @Override
  public void putCategories(String documentId, HeldCategories held) {
    categories.put(documentId, held);
  }

  @Override
  public PageMemory memory(String documentId) {
    PageMemory put = memories.get(documentId);
    return put != null ? put : access(() -> kept.memory(documentId));
  }

  @Override
  public void putMemory(String documentId, PageMemory memory) {
    memories.put(documentId, memory);
  }

  @Override
  public Map<String, Outline> outlines() {
    Map<String, Outline> all = new LinkedHashMap<>(access(kept::outlines));
    outlines.forEach((documentId, outline) -> putLast(all, documentId, outline));
    while (all.size() > MAX_OUTLINES) {
      all.remove(all.keySet().iterator().next());
    }
    return all;
  }

  @Override
  public void putOutline(String documentId, Outline outline) {
    putLast(outlines, documentId, outline);
  }

  /** Which outlines stay within the bound depends on the order in which they were put. */
  private static void putLast(Map<String, Outline> map, String documentId, Outline outline) {
    map.remove(documentId);
    map.put(documentId, outline);
  }

  @Override
  public Site site() {
    return site != null ? site : access(kept::site);
  }

  @Override
  public void putSite(Site newSite) {
    site = newSite;
  }

  @Override
  public Agenda agenda() {
    return agenda != null ? agenda : access(kept::agenda);
  }

  @Override
  public void putAgenda(Agenda newAgenda) {
    agenda = newAgenda;
  }

  private static <T> T access(Supplier<T> access) {
    try {
      return access.get();
    } catch (RuntimeException e) {
      throw new StateAccessException(e);
    }
  }
}
