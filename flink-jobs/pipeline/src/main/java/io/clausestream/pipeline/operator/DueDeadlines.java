package io.clausestream.pipeline.operator;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.change.Agenda;
import io.clausestream.core.change.Agenda.Deadline;
import io.clausestream.core.change.DocumentHead;
import io.clausestream.core.change.PageMemory;
import io.clausestream.core.change.PendingChange;
import io.clausestream.core.change.PlatformState;
import io.clausestream.core.page.Origin;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A platform's state with only those deadlines in its agenda that a timer may expire: those of live
 * fetches. A timer must not reach an older deadline of an import that is under way.
 */
final class DueDeadlines implements PlatformState {

  private final PlatformState all;

  DueDeadlines(PlatformState all) {
    this.all = all;
  }

  @Override
  public Agenda agenda() {
    return new Agenda(all.agenda().deadlines().stream().filter(this::isLive).toList());
  }

  @Override
  public void putAgenda(Agenda changed) {
    Set<Deadline> gone = new HashSet<>(agenda().deadlines());
    changed.deadlines().forEach(gone::remove);
    all.putAgenda(
        new Agenda(all.agenda().deadlines().stream().filter(d -> !gone.contains(d)).toList()));
  }

  private boolean isLive(Deadline deadline) {
    return all.head(deadline.documentId())
        .flatMap(DocumentHead::pending)
        .map(PendingChange::ref)
        .filter(ref -> ref.origin() == Origin.LIVE)
        .isPresent();
  }

  @Override
  public Optional<DocumentHead> head(String documentId) {
    return all.head(documentId);
  }

  @Override
  public void putHead(String documentId, DocumentHead head) {
    all.putHead(documentId, head);
  }

  @Override
  public List<Block> text(String documentId) {
    return all.text(documentId);
  }

  @Override
  public void putText(String documentId, List<Block> blocks) {
    all.putText(documentId, blocks);
  }

  @Override
  public List<Block> candidate(String documentId) {
    return all.candidate(documentId);
  }

  @Override
  public void putCandidate(String documentId, List<Block> blocks) {
    all.putCandidate(documentId, blocks);
  }

  @Override
  public PageMemory memory(String documentId) {
    return all.memory(documentId);
  }

  @Override
  public void putMemory(String documentId, PageMemory memory) {
    all.putMemory(documentId, memory);
  }
}
