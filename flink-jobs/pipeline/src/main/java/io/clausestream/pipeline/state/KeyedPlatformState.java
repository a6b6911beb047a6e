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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a platform, in Flink's keyed state: maps by document, so that only what is
 * needed is read. {@link #focus} must come first for each record and timer. Values are cached until
 * the next focus; a value that did not change is not written. One thread.
 */
public final class KeyedPlatformState implements PlatformState {

  private final MapState<String, byte[]> heads;
  private final MapState<String, byte[]> texts;
  private final MapState<String, byte[]> candidates;
  private final MapState<String, byte[]> provisions;
  private final MapState<String, byte[]> categories;
  private final MapState<String, byte[]> memories;
  private final KeyedOutlines outlines;
  private final ValueState<byte[]> sites;
  private final ValueState<byte[]> agendas;

  private final DocumentHeadCodec headCodec = new DocumentHeadCodec();
  private final BlocksCodec textCodec = new BlocksCodec(OperatorIds.STATE_TEXT);
  private final BlocksCodec candidateCodec = new BlocksCodec(OperatorIds.STATE_CANDIDATE);
  private final ProvisionsCodec provisionsCodec = new ProvisionsCodec();
  private final HeldCategoriesCodec categoriesCodec = new HeldCategoriesCodec();
  private final PageMemoryCodec memoryCodec = new PageMemoryCodec();
  private final SiteCodec siteCodec = new SiteCodec();
  private final AgendaCodec agendaCodec = new AgendaCodec();

  private final Map<String, Optional<DocumentHead>> knownHeads = new HashMap<>();
  private final Map<String, PageMemory> knownMemories = new HashMap<>();
  private Optional<Site> knownSite = Optional.empty();
  private Optional<Agenda> knownAgenda = Optional.empty();
  private String platform = "";

  /** The state of the operator that is being opened. */
  public KeyedPlatformState(RuntimeContext context) {
    heads = context.getMapState(map(OperatorIds.STATE_HEAD));
    texts = context.getMapState(map(OperatorIds.STATE_TEXT));
    candidates = context.getMapState(map(OperatorIds.STATE_CANDIDATE));
    provisions = context.getMapState(map(OperatorIds.STATE_PROVISIONS));
    categories = context.getMapState(map(OperatorIds.STATE_CATEGORIES));
    memories = context.getMapState(map(OperatorIds.STATE_MEMORY));
    outlines = new KeyedOutlines(context.getMapState(map(OperatorIds.STATE_OUTLINES)));
    sites = context.getState(value(OperatorIds.STATE_SITE));
    agendas = context.getState(value(OperatorIds.STATE_AGENDA));
  }

  private static ValueStateDescriptor<byte[]> value(String name) {
    return new ValueStateDescriptor<>(name, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);
  }

  private static MapStateDescriptor<String, byte[]> map(String name) {
    return new MapStateDescriptor<>(
        name, Types.STRING, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);
  }

  /** Turns to the platform of the record or timer at hand, which must be Flink's current key. */
  public void focus(String currentPlatform) {
    platform = currentPlatform;
    knownHeads.clear();
    knownMemories.clear();
    outlines.focus();
    knownSite = Optional.empty();
    knownAgenda = Optional.empty();
  }

  @Override
  public Optional<DocumentHead> head(String documentId) {
    return knownHeads.computeIfAbsent(
        documentId,
        id ->
            read(OperatorIds.STATE_HEAD, () -> heads.get(id))
                .map(stored -> headCodec.decode(stored, platform, id)));
  }

  @Override
  public void putHead(String documentId, DocumentHead head) {
    if (!Optional.of(head).equals(knownHeads.put(documentId, Optional.of(head)))) {
      write(OperatorIds.STATE_HEAD, () -> heads.put(documentId, headCodec.encode(head)));
    }
  }

  @Override
  public List<Block> text(String documentId) {
    return read(OperatorIds.STATE_TEXT, () -> texts.get(documentId))
        .map(textCodec::decode)
        .orElse(List.of());
  }

  @Override
  public void putText(String documentId, List<Block> blocks) {
    write(OperatorIds.STATE_TEXT, () -> texts.put(documentId, textCodec.encode(blocks)));
  }

  @Override
  public List<Block> candidate(String documentId) {
    return read(OperatorIds.STATE_CANDIDATE, () -> candidates.get(documentId))
        .map(candidateCodec::decode)
        .orElse(List.of());
  }

  @Override
  public void putCandidate(String documentId, List<Block> blocks) {
    write(
        OperatorIds.STATE_CANDIDATE,
        () -> {
          if (blocks.isEmpty()) {
            candidates.remove(documentId);
          } else {
            candidates.put(documentId, candidateCodec.encode(blocks));
          }
        });
  }

  @Override
  public Provisions provisions(String documentId) {
    return read(OperatorIds.STATE_PROVISIONS, () -> provisions.get(documentId))
        .map(provisionsCodec::decode)
        .orElse(Provisions.EMPTY);
  }

  @Override
  public void putProvisions(String documentId, Provisions known) {
    write(
        OperatorIds.STATE_PROVISIONS,
        () -> provisions.put(documentId, provisionsCodec.encode(known)));
  }

  @Override
  public HeldCategories categories(String documentId) {
    return read(OperatorIds.STATE_CATEGORIES, () -> categories.get(documentId))
        .map(categoriesCodec::decode)
        .orElse(HeldCategories.NONE);
  }

  @Override
  public void putCategories(String documentId, HeldCategories held) {
    write(
        OperatorIds.STATE_CATEGORIES,
        () -> categories.put(documentId, categoriesCodec.encode(held)));
  }

  @Override
  public PageMemory memory(String documentId) {
    return knownMemories.computeIfAbsent(
        documentId,
        id ->
            read(OperatorIds.STATE_MEMORY, () -> memories.get(id))
                .map(memoryCodec::decode)
                .orElse(PageMemory.EMPTY));
  }

  @Override
  public void putMemory(String documentId, PageMemory memory) {
    if (!memory.equals(knownMemories.put(documentId, memory))) {
      write(OperatorIds.STATE_MEMORY, () -> memories.put(documentId, memoryCodec.encode(memory)));
    }
  }

  @Override
  public Map<String, Outline> outlines() {
    return read(OperatorIds.STATE_OUTLINES, outlines::all).orElseThrow();
  }

  @Override
  public void putOutline(String documentId, Outline outline) {
    write(OperatorIds.STATE_OUTLINES, () -> outlines.put(documentId, outline));
  }

  @Override
  public Site site() {
    if (knownSite.isEmpty()) {
      knownSite =
          Optional.of(
              read(OperatorIds.STATE_SITE, sites::value).map(siteCodec::decode).orElse(Site.EMPTY));
    }
    return knownSite.get();
  }

  @Override
  public void putSite(Site site) {
    if (!site.equals(site())) {
      knownSite = Optional.of(site);
      write(OperatorIds.STATE_SITE, () -> sites.update(siteCodec.encode(site)));
    }
  }

  @Override
  public Agenda agenda() {
    if (knownAgenda.isEmpty()) {
      knownAgenda =
          Optional.of(
              read(OperatorIds.STATE_AGENDA, agendas::value)
                  .map(agendaCodec::decode)
                  .orElse(Agenda.EMPTY));
    }
    return knownAgenda.get();
  }

  @Override
  public void putAgenda(Agenda agenda) {
    if (agenda.equals(knownAgenda.orElse(null))) {
      return;
    }
    knownAgenda = Optional.of(agenda);
    write(
        OperatorIds.STATE_AGENDA,
        () -> {
          if (agenda.deadlines().isEmpty()) {
            agendas.clear();
          } else {
            agendas.update(agendaCodec.encode(agenda));
          }
        });
  }

  private <T> Optional<T> read(String state, Read<T> read) {
    try {
      return Optional.ofNullable(read.get());
    } catch (Exception e) {
      throw new IllegalStateException(
          "Cannot read state '" + state + "' of platform '" + platform + "'", e);
    }
  }

  private void write(String state, Write write) {
    try {
      write.run();
    } catch (Exception e) {
      throw new IllegalStateException(
          "Cannot write state '" + state + "' of platform '" + platform + "'", e);
    }
  }

  @FunctionalInterface
  private interface Read<T> {
    @Nullable T get() throws Exception;
  }

  @FunctionalInterface
  private interface Write {
    void run() throws Exception;
  }
}
