package io.clausestream.core.change;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.provision.Provisions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is remembered of one platform, in parts that are read only when needed. A host keeps it
 * (keyed state on a cluster, {@link InMemoryPlatformState} in tests); one thread at a time.
 */
public interface PlatformState {

  /** Most documents of a platform whose outlines are kept. */
  int MAX_OUTLINES = 64;

  /** The head of a document; empty before its first fetch. */
  Optional<DocumentHead> head(String documentId);

  /** Keeps the head of a document. */
  void putHead(String documentId, DocumentHead head);

  /** The text in force of a document; empty list before its first accepted capture. */
  List<Block> text(String documentId);

  /** Keeps the text in force of a document. */
  void putText(String documentId, List<Block> blocks);

  /** The text of a document's pending change; empty list when none waits. */
  List<Block> candidate(String documentId);

  /** Keeps the text of a document's pending change; an empty list removes it. */
  void putCandidate(String documentId, List<Block> blocks);

  /** The provisions of the text in force; {@link Provisions#EMPTY} when none were kept. */
  Provisions provisions(String documentId);

  /** Keeps the provisions of the text in force. */
  void putProvisions(String documentId, Provisions provisions);

  /** The categories of the text in force; {@link HeldCategories#NONE} when none were read. */
  HeldCategories categories(String documentId);

  /** Keeps the categories of the text in force. */
  void putCategories(String documentId, HeldCategories categories);

  /** What a document's page is known to do. */
  PageMemory memory(String documentId);

  /** Keeps what a document's page is known to do. */
  void putMemory(String documentId, PageMemory memory);

  /**
   * What pages of the platform showed last, by document: of the {@link #MAX_OUTLINES} documents
   * whose outlines were put last, in the order in which they were put. A platform may have
   * thousands of documents, but a change of its frame is seen on any few of them, and those that
   * change are those that are put.
   */
  Map<String, Outline> outlines();

  /**
   * Keeps what a document's page showed last, and forgets the document whose outline was put
   * longest ago when there are more than {@link #MAX_OUTLINES}. Which one goes depends on the order
   * of the platform's fetches alone.
   */
  void putOutline(String documentId, Outline outline);

  /** What is known of the platform as a whole. */
  Site site();

  /** Keeps what is known of the platform as a whole. */
  void putSite(Site site);

  /** The deadlines of the platform's documents. */
  Agenda agenda();

  /** Keeps the deadlines of the platform's documents. */
  void putAgenda(Agenda agenda);
}
