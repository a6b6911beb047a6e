package io.clausestream.pipeline.cache;

import static io.clausestream.connector.testkit.Instants.MONDAY_0600;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clausestream.core.page.RejectionReason;
import io.clausestream.pipeline.Pages;
import io.clausestream.pipeline.wire.CanonicalContent;
import io.clausestream.schema.FetchedPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalStoreTest {

  private static final FetchedPage PAGE =
      FetchedPage.newBuilder(Pages.page(Pages.PRIVACY, Pages.policy(30), MONDAY_0600))
          .setHttpStatus(null)
          .setBodyLocation("git:1234")
          .build();
  private static final FetchedPage OTHER = Pages.page(Pages.TERMS, "other", MONDAY_0600);
  private static final Canonical MADE =
      new Canonical.Made(
          new CanonicalContent(
              new byte[] {1, 2}, "t", "l", "", List.of("CODE", "ß"), 2, new byte[0]));
  private static final Canonical REJECTED =
      new Canonical.Rejected(RejectionReason.NESTED_TOO_DEEP, "too deep");

  private final List<String> warnings = new ArrayList<>();

  @TempDir private Path folder;

  @Test
  void whatARunMakesTheNextRunFinds() throws IOException {
    fill();

    CanonicalStore store = store();
    assertThat(store.size()).isEqualTo(2);
    try (CanonicalStoreAccess access = CanonicalStoreAccess.open(store)) {
      assertThat(access.get(PAGE).orElseThrow()).usingRecursiveComparison().isEqualTo(MADE);
      assertThat(access.get(OTHER)).contains(REJECTED);
      access.put(PAGE, PAGE.getBodySha256(), MADE);
    }
    assertThat(segments()).as("nothing new, so no new segment").hasSize(1);
    assertThat(warnings).isEmpty();
  }

  @Test
  void aBodyIsKnownByItsPlaceAndContentType() throws IOException {
    fill();

    CanonicalStore.Bodies bodies = store().bodies();
    assertThat(bodies.sha256("git:1234", PAGE.getContentType())).isEqualTo(PAGE.getBodySha256());
    assertThat(bodies.sha256("git:1234", "application/pdf")).isNull();
    assertThat(bodies.sha256("git:9999", PAGE.getContentType())).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 40, 100, -30, -3})
  void aDamagedSegmentIsThrownAwayWithAWarningAndWrittenAgain(int at) throws IOException {
    fill();
    Path segment = segments().get(0);
    byte[] bytes = Files.readAllBytes(segment);
    bytes[Math.floorMod(at, bytes.length)] ^= 1;
    Files.write(segment, bytes);

    assertThat(store().size()).isZero();
    assertThat(warnings).singleElement().asString().contains(segment.toString(), "thrown away");
    assertThat(segments()).isEmpty();
    fill();
    assertThat(store().size()).isEqualTo(2);
  }

  @Test
  void aForeignOrCutFileIsThrownAwayWithAWarning() throws IOException {
    fill();
    Path segment = segments().get(0);
    byte[] bytes = Files.readAllBytes(segment);
    Files.write(segment, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    Files.writeString(segment.resolveSibling("notes.seg"), "not a segment");

    assertThat(store().size()).isZero();
    assertThat(warnings).hasSize(2);
  }

  @Test
  void runsBesideEachOtherDoNotMeet() throws IOException {
    CanonicalStore one = store();
    CanonicalStore two = store();
    try (CanonicalStoreAccess first = CanonicalStoreAccess.open(one);
        CanonicalStoreAccess second = CanonicalStoreAccess.open(two)) {
      first.put(PAGE, PAGE.getBodySha256(), MADE);
      second.put(PAGE, PAGE.getBodySha256(), MADE);
      assertThat(store().size()).as("half a segment is none").isZero();
    }

    assertThat(store().size()).isEqualTo(1);
    assertThat(segments()).hasSize(2);
    assertThat(warnings).isEmpty();
  }

  @Test
  void aSegmentThatGoesWhileItIsNeededFailsTheRun() throws IOException {
    fill();
    CanonicalStore store = store();
    Files.delete(segments().get(0));

    assertThatThrownBy(() -> CanonicalStoreAccess.open(store)).isInstanceOf(IOException.class);
  }

  @Test
  void theFingerprintOfTheSameCodeIsTheSame() throws IOException {
    assertThat(EngineFingerprint.current())
        .hasSize(64)
        .isEqualTo(EngineFingerprint.current())
        .isEqualTo(store().fingerprint());
  }

  @Test
  void whatOtherBuildsAndBrokenRunsLeftGoesWhenItWasNotUsedForADay() throws IOException {
    fill();
    Path own = segments().get(0).getParent();
    Path left = Files.createDirectory(folder.resolve("0123456789abcdef"));
    Path old = Files.writeString(left.resolve("canonical-1.seg"), "old");
    Path part = Files.writeString(own.resolve("canonical-2.part"), "half");
    Path foreign = Files.createDirectory(folder.resolve("mine"));
    Path mine = Files.writeString(foreign.resolve("canonical-1.seg"), "kept");

    storeAt(Instant.now().plus(StaleSegments.AGE).minusSeconds(60));
    assertThat(List.of(old, part)).as("a run may use it").allMatch(Files::exists);
    assertThat(warnings).isEmpty();

    CanonicalStore store = storeAt(Instant.now().plus(StaleSegments.AGE).plusSeconds(60));
    assertThat(List.of(left, part)).noneMatch(Files::exists);
    assertThat(mine).exists();
    assertThat(store.size()).as("the cache of this build stays").isEqualTo(2);
    assertThat(warnings)
        .singleElement()
        .satisfies(line -> assertThat(line).contains(folder.toString(), "2 files (7 bytes)"));
  }

  @Test
  void aFolderOfAnotherBuildThatHoldsSomethingElseKeepsThat() throws IOException {
    Path left = Files.createDirectory(folder.resolve("0123456789abcdef"));
    Path note = Files.writeString(left.resolve("note.txt"), "kept");

    storeAt(Instant.now().plus(StaleSegments.AGE).plusSeconds(60));
    assertThat(note).exists();
    assertThat(warnings).isEmpty();
  }

  private void fill() throws IOException {
    try (CanonicalStoreAccess access = CanonicalStoreAccess.open(store())) {
      access.put(PAGE, PAGE.getBodySha256(), MADE);
      access.put(OTHER, OTHER.getBodySha256(), REJECTED);
    }
  }

  private CanonicalStore store() throws IOException {
    return storeAt(Instant.now());
  }

  private CanonicalStore storeAt(Instant now) throws IOException {
    return CanonicalStore.in(folder, now, warnings::add);
  }

  private List<Path> segments() throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
