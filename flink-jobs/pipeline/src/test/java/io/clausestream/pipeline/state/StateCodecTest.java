package io.clausestream.pipeline.state;

import static io.clausestream.pipeline.state.StateSamples.AT;
import static io.clausestream.pipeline.state.StateSamples.DOCUMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.canonical.BlockKind;
import io.clausestream.core.change.Agenda;
import java.time.Instant;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What all codecs of state have in common, and the smallest of them. */
class StateCodecTest {

  @Test
  void anAgendaComesBackAsItWas() {
    AgendaCodec codec = new AgendaCodec();
    Agenda agenda =
        new Agenda(
            List.of(
                new Agenda.Deadline(Instant.MIN, "first"),
                new Agenda.Deadline(AT, DOCUMENT),
                new Agenda.Deadline(Instant.MAX, "last")));

    assertThat(codec.decode(codec.encode(agenda))).isEqualTo(agenda);
    assertThat(codec.decode(codec.encode(Agenda.EMPTY))).isEqualTo(Agenda.EMPTY);
  }

  @Test
  void aTextComesBackAsItWas() {
    BlocksCodec codec = new BlocksCodec("text");
    List<Block> blocks =
        List.of(
            new Block(BlockKind.HEADING, 6, "Überschrift"),
            Block.of(BlockKind.TABLE_ROW, "a | b"),
            Block.of(BlockKind.LIST_ITEM, "𝒳".repeat(70_000)),
            Block.of(BlockKind.DEFINITION, "\u0000"),
            Block.of(BlockKind.PARAGRAPH, "h1"));

    assertThat(codec.decode(codec.encode(blocks))).isEqualTo(blocks);
    assertThat(codec.decode(codec.encode(List.of()))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(bytes = {0, 2, -1})
  void anUnknownVersionNamesBothNumbers(byte version) {
    byte[] stored = {version, 0, 0};

    assertThatThrownBy(() -> new AgendaCodec().decode(stored))
        .isInstanceOf(UnknownStateVersionException.class)
        .hasMessageContaining("'agenda'")
        .hasMessageContaining("version " + version)
        .hasMessageContaining("versions 1 to 1");
    assertThatThrownBy(() -> new BlocksCodec("candidate").decode(stored))
        .isInstanceOf(UnknownStateVersionException.class)
        .hasMessageContaining("'candidate'");
  }

  @Test
  void theSchemaOfTheCurrentVersionIsKept() {
    assertKept(
        io.clausestream.schema.state.DocumentHead.getClassSchema(), DocumentHeadCodec.VERSION);
    assertKept(io.clausestream.schema.state.PageMemory.getClassSchema(), PageMemoryCodec.VERSION);
    assertKept(io.clausestream.schema.state.Outline.getClassSchema(), OutlineCodec.VERSION);
    assertKept(io.clausestream.schema.state.Provisions.getClassSchema(), ProvisionsCodec.VERSION);
    assertKept(
        io.clausestream.schema.state.HeldCategories.getClassSchema(), HeldCategoriesCodec.VERSION);
    assertKept(
        io.clausestream.schema.state.CategoryNews.getClassSchema(), CategoryNewsCodec.VERSION);
    assertKept(
        io.clausestream.schema.state.CategoryTally.getClassSchema(), CategoryTallyCodec.VERSION);
    assertKept(io.clausestream.schema.state.Site.getClassSchema(), SiteCodec.VERSION);
    assertKept(io.clausestream.schema.state.Agenda.getClassSchema(), AgendaCodec.VERSION);
    assertKept(io.clausestream.schema.state.Watcher.getClassSchema(), WatcherCodec.VERSION);
    assertKept(
        io.clausestream.schema.state.RecentChange.getClassSchema(), RecentChangeCodec.VERSION);
    assertKept(io.clausestream.schema.state.SubscriberRoutes.getClassSchema(), RoutesCodec.VERSION);
    assertKept(
        io.clausestream.schema.state.DigestState.getClassSchema(), DigestProgressCodec.VERSION);
    assertKept(
        io.clausestream.schema.state.WaitingMatch.getClassSchema(), WaitingMatchCodec.VERSION);
  }

  /** Who changes a state schema keeps the old file, raises the version and adds the new file. */
  private static void assertKept(Schema current, int version) {
    Schema kept = VersionedAvro.shipped(current.getName(), version);
    assertThat(fingerprint(kept)).as(current.getName()).isEqualTo(fingerprint(current));
  }

  private static long fingerprint(Schema schema) {
    return org.apache.avro.SchemaNormalization.parsingFingerprint64(schema);
  }
}
