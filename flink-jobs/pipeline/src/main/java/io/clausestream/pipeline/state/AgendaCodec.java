package io.clausestream.pipeline.state;

import io.clausestream.core.change.Agenda;
import io.clausestream.pipeline.OperatorIds;
import io.clausestream.schema.state.Deadline;

/** State 'agenda'. */
final class AgendaCodec {

  static final int VERSION = 1;

  private final VersionedAvro<io.clausestream.schema.state.Agenda> avro =
      new VersionedAvro<>(
          OperatorIds.STATE_AGENDA, io.clausestream.schema.state.Agenda.class, VERSION);

  byte[] encode(Agenda agenda) {
    return avro.encode(
        new io.clausestream.schema.state.Agenda(
            agenda.deadlines().stream()
                .map(deadline -> new Deadline(Millis.of(deadline.at()), deadline.documentId()))
                .toList()));
  }

  Agenda decode(byte[] stored) {
    return new Agenda(
        avro.decode(stored).getDeadlines().stream()
            .map(
                deadline ->
                    new Agenda.Deadline(
                        Millis.toInstant(deadline.getAt()), deadline.getDocumentId()))
            .toList());
  }
}
