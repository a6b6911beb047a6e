package io.clausestream.pipeline.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clausestream.connector.testkit.Instants;
import io.clausestream.core.canonical.Block;
import io.clausestream.core.canonical.BlockKind;
import io.clausestream.core.change.AcceptedVersion;
import io.clausestream.core.change.Agenda;
import io.clausestream.core.change.DocumentHead;
import io.clausestream.core.change.HeldCategories;
import io.clausestream.core.change.Outline;
import io.clausestream.core.change.PageMemory;
import io.clausestream.core.change.PendingChange;
import io.clausestream.core.change.Site;
import io.clausestream.core.change.SuppressionReason;
import io.clausestream.core.fingerprint.Fingerprint;
import io.clausestream.core.language.TextLanguage;
import io.clausestream.core.page.Origin;
import io.clausestream.core.page.PageRef;
import io.clausestream.core.prevalence.CategoryTally;
import io.clausestream.core.prevalence.Move;
import io.clausestream.core.provision.Provision;
import io.clausestream.core.provision.Provisions;
import io.clausestream.core.provision.RemovedProvision;
import io.clausestream.core.severity.Direction;
import io.clausestream.core.severity.Severity;
import io.clausestream.core.subscription.DigestTime;
import io.clausestream.pipeline.wire.CategoryNews;
import io.clausestream.pipeline.wire.WatcherMapper;
import io.clausestream.schema.DigestEntry;
import io.clausestream.schema.state.MutedPlace;
import io.clausestream.schema.state.WatcherTerms;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StateCodecTest {

  private static final Instant AT = Instants.MONDAY_0600;
  private static final String PLATFORM = "Plattform ß";
  private static final String DOCUMENT = "Plattform ß/Datenschutz 𝒳";

  static Stream<DocumentHead> heads() {
    return Stream.of(
        head(AT, Optional.empty(), Optional.empty(), Optional.empty()),
        head(Instant.MIN, Optional.empty(), Optional.of(Instant.EPOCH), Optional.empty()),
        head(
            Instant.ofEpochMilli(-1),
            Optional.of(version(Optional.empty())),
            Optional.of(AT),
            Optional.of(pending(SuppressionReason.LOSS_OF_TEXT, Optional.empty()))),
        head(
            AT,
            Optional.of(version(Optional.of("text/html"))),
            Optional.empty(),
            Optional.of(pending(SuppressionReason.LOSS_OF_TEXT, Optional.of("text/html")))));
  }

  @ParameterizedTest
  @MethodSource("heads")
  void aHeadComesBackAsItWas(DocumentHead head) {
    DocumentHeadCodec codec = new DocumentHeadCodec();

    assertThat(codec.decode(codec.encode(head), PLATFORM, DOCUMENT)).isEqualTo(head);
  }

  @ParameterizedTest
  @EnumSource
  void everySuspicionComesBack(SuppressionReason reason) {
    DocumentHeadCodec codec = new DocumentHeadCodec();
    DocumentHead head =
        head(
            AT, Optional.empty(), Optional.empty(), Optional.of(pending(reason, Optional.empty())));

    assertThat(codec.decode(codec.encode(head), PLATFORM, DOCUMENT)).isEqualTo(head);
  }

  @Test
  void aMemoryComesBackAsItWas() {
    PageMemoryCodec codec = new PageMemoryCodec();
    PageMemory memory =
        new PageMemory(
            List.of(
                new PageMemory.KnownVariant("", Instant.EPOCH, 0),
                new PageMemory.KnownVariant("a".repeat(64), AT, Integer.MAX_VALUE)),
            List.of(
                new PageMemory.VolatileBlock(Long.MIN_VALUE, Float.MIN_VALUE, AT),
                new PageMemory.VolatileBlock(Long.MAX_VALUE, 1e30f, Instant.ofEpochMilli(-5))));

    assertThat(codec.decode(codec.encode(memory))).isEqualTo(memory);
    assertThat(codec.decode(codec.encode(PageMemory.EMPTY))).isEqualTo(PageMemory.EMPTY);
  }

  @Test
  void aWatcherComesBackAsItWas() {
    WatcherCodec codec = new WatcherCodec();
    WatcherTerms terms =
        WatcherTerms.newBuilder()
            .setFrom(AT.toEpochMilli())
            .setWatches(true)
            .setAlerts(true)
            .setDigest(true)
            .setDocumentTypes(List.of("Terms"))
            .setCategories(List.of("a", "b"))
            .setMinimumSeverity("HIGH")
            .setDirections(List.of("ADVERSE"))
            .setProvisionLevel(true)
            .setProvisionIds(List.of("p"))
            .setMutes(List.of(new MutedPlace(DOCUMENT, null), new MutedPlace(DOCUMENT, "p")))
            .setPlatforms(List.of("Marrowby"))
            .setElsewhere(List.of("Quillstead"))
            .build();
    Watcher watcher =
        Watcher.NONE
            .with(WatcherMapper.ended(0))
            .with(terms)
            .with(new ToldList.Told("a".repeat(32), AT, true))
            .with(new ToldList.Told("0".repeat(32), AT.minusMillis(1), false));

    assertThat(codec.decode(codec.encode(watcher))).isEqualTo(watcher);
    assertThat(codec.decode(codec.encode(Watcher.NONE))).isEqualTo(Watcher.NONE);
  }

  @Test
  void aWatcherOfVersion1WatchesAllThatComesToItsBucket() throws IOException {
    WatcherTerms terms =
        WatcherTerms.newBuilder()
            .setFrom(1_767_592_800_000L)
            .setWatches(true)
            .setAlerts(true)
            .setCategories(List.of("retention"))
            .setMinimumSeverity("MEDIUM")
            .build();
    assertThat(new WatcherCodec().decode(fixture("Watcher-v1.hex")))
        .isEqualTo(
            Watcher.NONE
                .with(terms)
                .with(
                    new ToldList.Told(
                        "000102030405060708090a0b0c0d0e0f",
                        Instant.ofEpochMilli(1_767_614_400_000L),
                        true)));
  }

  @Test
  void aRecentChangeComesBackAsItWas() {
    RecentChangeCodec codec = new RecentChangeCodec();
    byte[] record = {1, 2, 3};
    RecentChange change =
        new RecentChange(AT, false, Set.of("f".repeat(32), "0".repeat(32)), record);

    RecentChange back = codec.decode(codec.encode(change));
    assertThat(back).usingRecursiveComparison().isEqualTo(change);
    assertThat(codec.decode(codec.encode(change.asCorrected()))).isEqualTo(change.asCorrected());
  }

  @Test
  void routesComeBackAsTheyWere() {
    RoutesCodec codec = new RoutesCodec();
    Routes routes = new Routes(3, Long.MAX_VALUE, AT.toEpochMilli(), Set.of("*", PLATFORM));

    assertThat(codec.decode(codec.encode(routes))).isEqualTo(routes);
  }

  @Test
  void theProgressOfADigestComesBackAsItWas() {
    DigestProgressCodec codec = new DigestProgressCodec();
    DigestProgress progress =
        DigestProgress.NONE
            .with(Instant.EPOCH, DigestTime.DEFAULT)
            .with(AT, new DigestTime(false, ZoneId.of("Asia/Kathmandu"), DayOfWeek.SUNDAY, 23))
            .andOne()
            .andUnlisted(Severity.HIGH);

    assertThat(codec.decode(codec.encode(progress))).isEqualTo(progress);
    assertThat(codec.decode(codec.encode(DigestProgress.NONE))).isEqualTo(DigestProgress.NONE);
  }

  @Test
  void aMatchThatWaitsComesBackAsItWas() {
    WaitingMatchCodec codec = new WaitingMatchCodec();
    DigestEntry entry =
        DigestEntry.newBuilder()
            .setChangeId("c")
            .setAlertId("a")
            .setPlatform(PLATFORM)
            .setDocumentId(DOCUMENT)
            .setDocumentType("Terms")
            .setUrl("https://marrowby.example/terms")
            .setSeverity(io.clausestream.schema.Severity.LOW)
            .setDirection(io.clausestream.schema.Direction.NEUTRAL)
            .setCategories(List.of("other"))
            .setTitle("𝒳")
            .setSummary(List.of("One.", "Two."))
            .setFetchedAt(AT)
            .setDetectedAt(AT.plusMillis(1))
            .setUpdates("u")
            .setCorrection("Wrong.")
            .build();

    assertThat(codec.decode(codec.encode(entry))).isEqualTo(entry);
  }

  @Test
  void provisionsComeBackAsTheyWere() {
    ProvisionsCodec codec = new ProvisionsCodec();
    Provisions provisions =
        new Provisions(
            List.of(
                new Provision("0".repeat(32), 0, Long.MIN_VALUE, AT, AT),
                new Provision("f".repeat(32), 7, -1, AT.minusSeconds(9), AT.plusSeconds(9)),
                new Provision("0a".repeat(16), Integer.MAX_VALUE, 1, Instant.EPOCH, AT)),
            List.of(
                new RemovedProvision("9".repeat(32), Long.MAX_VALUE, AT, AT.plusSeconds(1)),
                new RemovedProvision("a".repeat(32), 0, Instant.EPOCH, AT)));

    assertThat(codec.decode(codec.encode(provisions))).isEqualTo(provisions);
    assertThat(codec.decode(codec.encode(Provisions.EMPTY))).isEqualTo(Provisions.EMPTY);
  }

  @Test
  void theMostProvisionsAreSmall() {
    Provisions full =
        new Provisions(
            IntStream.range(0, Provisions.MAX_TRACKED)
                .mapToObj(i -> new Provision("e".repeat(32), i, i, AT.plusSeconds(i), AT))
                .toList(),
            Collections.nCopies(
                Provisions.MAX_REMOVED, new RemovedProvision("d".repeat(32), 1, AT, AT)));

    assertThat(new ProvisionsCodec().encode(full)).hasSizeLessThan(36 << 10);
  }

  @Test
  void moreProvisionsThanTheBoundAllowsAreCorruptState() {
    ByteBuffer tooMany = ByteBuffer.allocate((Provisions.MAX_TRACKED + 1) * 16);

    assertThatThrownBy(() -> PackedIds.unpack("provisions", tooMany, Provisions.MAX_TRACKED))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("'provisions'")
        .hasMessageContaining("1024");
    assertThatThrownBy(() -> PackedIds.unpack("provisions", ByteBuffer.allocate(17), 9))
        .hasMessageContaining("17 bytes");
  }

  @Test
  void aFullMemoryIsSmall() {
    PageMemory full =
        new PageMemory(
            Collections.nCopies(
                PageMemory.MAX_VARIANTS, new PageMemory.KnownVariant("a".repeat(64), AT, 9)),
            Collections.nCopies(
                PageMemory.MAX_VOLATILES, new PageMemory.VolatileBlock(Long.MIN_VALUE, 1, AT)));

    assertThat(new PageMemoryCodec().encode(full)).hasSizeLessThan(16 << 10);
  }

  @Test
  void aHeadOfVersion1HasNoTitles() throws IOException {
    DocumentHead old =
        new DocumentHeadCodec().decode(fixture("DocumentHead-v1.hex"), PLATFORM, DOCUMENT);

    assertThat(old.accepted().orElseThrow().title()).isEmpty();
    assertThat(old.pending().orElseThrow().title()).isEmpty();
    assertThat(old)
        .isEqualTo(
            head(
                AT,
                Optional.of(untitled(version(Optional.of("text/html")))),
                Optional.of(AT.minusSeconds(60)),
                Optional.of(
                    untitled(pending(SuppressionReason.LOSS_OF_TEXT, Optional.of("text/html"))))));
  }

  @Test
  void anOutlineComesBackAsItWas() {
    OutlineCodec codec = new OutlineCodec();
    OutlineCodec.Kept kept =
        new OutlineCodec.Kept(
            Long.MAX_VALUE,
            new Outline(
                "a".repeat(64),
                List.of(
                    new Outline.Entry(Long.MIN_VALUE, 1),
                    new Outline.Entry(-1, Integer.MAX_VALUE),
                    new Outline.Entry(Long.MAX_VALUE, 0))));

    assertThat(codec.decode(codec.encode(kept))).isEqualTo(kept);
    assertThat(codec.decode(codec.encode(new OutlineCodec.Kept(1, new Outline("", List.of())))))
        .isEqualTo(new OutlineCodec.Kept(1, new Outline("", List.of())));
  }

  @Test
  void aSiteComesBackAsItWas() {
    SiteCodec codec = new SiteCodec();
    Site site =
        new Site(
            List.of(
                new Site.Furnishing(Long.MIN_VALUE, AT),
                new Site.Furnishing(7, AT.minusMillis(1)),
                new Site.Furnishing(Long.MAX_VALUE, Instant.MIN)),
            List.of(new Site.Told(DOCUMENT, "a".repeat(64), "b".repeat(64), AT)),
            List.of(new Site.Return(DOCUMENT, AT)));

    assertThat(codec.decode(codec.encode(site))).isEqualTo(site);
    assertThat(codec.decode(codec.encode(Site.EMPTY))).isEqualTo(Site.EMPTY);
  }

  @Test
  void aSiteOfVersion1KnowsOfNoReturns() throws IOException {
    assertThat(new SiteCodec().decode(fixture("Site-v1.hex")))
        .isEqualTo(
            new Site(
                List.of(), List.of(new Site.Told("terms", "a", "b", Instant.EPOCH)), List.of()));
  }

  @Test
  void aFullOutlineAndAFullSiteAreSmall() {
    Outline outline =
        new Outline(
            "a".repeat(64),
            Collections.nCopies(Outline.MAX_BLOCKS, new Outline.Entry(Long.MIN_VALUE, 8_000)));
    Site site =
        new Site(
            Collections.nCopies(Site.MAX_FURNITURE, new Site.Furnishing(Long.MIN_VALUE, AT)),
            Collections.nCopies(
                Site.MAX_TOLD, new Site.Told(DOCUMENT, "a".repeat(64), "b".repeat(64), AT)),
            Collections.nCopies(Site.MAX_RETURNS, new Site.Return(DOCUMENT, AT)));

    assertThat(new OutlineCodec().encode(new OutlineCodec.Kept(1, outline)))
        .hasSizeLessThan(21 << 10);
    assertThat(new SiteCodec().encode(site)).hasSizeLessThan(48 << 10);
  }

  @Test
  void moreThanABoundAllowsIsCorruptState() {
    ByteBuffer tooMany = PackedLongs.fixed(new long[Outline.MAX_BLOCKS + 1]);

    assertThatThrownBy(() -> PackedLongs.fixed("outlines", tooMany, Outline.MAX_BLOCKS))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("'outlines'")
        .hasMessageContaining("2048");
    assertThatThrownBy(() -> PackedLongs.fixed("site", ByteBuffer.allocate(9), 9))
        .hasMessageContaining("'site'")
        .hasMessageContaining("9 bytes");
    ByteBuffer two = PackedLongs.variable(new long[] {1, 300});
    assertThatThrownBy(() -> PackedLongs.variable("site", two, 1))
        .hasMessageContaining("more than");
    assertThatThrownBy(() -> PackedLongs.variable("site", two, 3)).hasMessageContaining("fewer");
  }

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
  void heldCategoriesComeBackAsTheyWere() {
    HeldCategoriesCodec codec = new HeldCategoriesCodec();
    HeldCategories held =
        new HeldCategories(
            "set@1", new TreeSet<>(List.of("a", "ß")), new TextLanguage("de", Long.MIN_VALUE));

    assertThat(codec.decode(codec.encode(held))).isEqualTo(held);
    assertThat(codec.decode(codec.encode(HeldCategories.NONE))).isEqualTo(HeldCategories.NONE);
  }

  @Test
  void heldCategoriesOfTheReleaseBeforeHaveNoLanguage() throws IOException {
    assertThat(new HeldCategoriesCodec().decode(fixture("HeldCategories-v1.hex")))
        .isEqualTo(
            new HeldCategories("set@1", new TreeSet<>(List.of("a", "ß")), TextLanguage.NONE));
  }

  @Test
  void whatACategoryRemembersComesBackAsItWas() {
    CategoryTallyCodec tallyCodec = new CategoryTallyCodec();
    CategoryTally tally =
        new CategoryTally(
            LocalDate.of(1969, 12, 31),
            3,
            9,
            List.of(new Move(Direction.ADVERSE, PLATFORM, AT, "id")));
    CategoryNewsCodec newsCodec = new CategoryNewsCodec();
    CategoryNews move = new CategoryNews("c", PLATFORM, -1, 0, "PROTECTIVE", "id");
    CategoryNews reading = new CategoryNews("c", PLATFORM, Long.MAX_VALUE, -1, "", "");

    assertThat(tallyCodec.decode(tallyCodec.encode(tally))).isEqualTo(tally);
    assertThat(newsCodec.decode("c", newsCodec.encode(move))).isEqualTo(move);
    assertThat(newsCodec.decode("c", newsCodec.encode(reading))).isEqualTo(reading);
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

  private static byte[] fixture(String name) throws IOException {
    try (InputStream in = StateCodecTest.class.getResourceAsStream(name)) {
      String hex = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
    }
  }

  private static AcceptedVersion untitled(AcceptedVersion version) {
    return new AcceptedVersion(
        version.number(),
        version.fingerprint(),
        version.fetchedAt(),
        version.contentType(),
        version.canonicalVersion(),
        version.textLength(),
        "");
  }

  private static PendingChange untitled(PendingChange pending) {
    return new PendingChange(
        pending.ref(),
        pending.deadline(),
        pending.suspicion(),
        pending.fingerprint(),
        pending.canonicalVersion(),
        "");
  }

  private static DocumentHead head(
      Instant clock,
      Optional<AcceptedVersion> accepted,
      Optional<Instant> badSince,
      Optional<PendingChange> pending) {
    return new DocumentHead(clock, "fetch", accepted, 7, 2, badSince, true, true, pending);
  }

  private static AcceptedVersion version(Optional<String> contentType) {
    return new AcceptedVersion(
        Long.MAX_VALUE,
        new Fingerprint("body", "text", "links", "declaration"),
        AT,
        contentType,
        3,
        4711,
        "Datenschutz 𝒳");
  }

  private static PendingChange pending(SuppressionReason reason, Optional<String> contentType) {
    PageRef ref =
        new PageRef(
            "fetch-2",
            DOCUMENT,
            PLATFORM,
            "Datenschutz 𝒳",
            URI.create("https://example.com/d?x=%C3%9F"),
            AT,
            contentType,
            Origin.REPLAY);
    return new PendingChange(
        ref,
        AT.plusSeconds(60),
        reason,
        new Fingerprint("body-2", "text-2", "links-2", "declaration-2"),
        5,
        "Datenschutz 𝒴");
  }
}
