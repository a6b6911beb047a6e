package io.clausestream.core.noise;

import io.clausestream.core.SamplePages;
import io.clausestream.core.noise.Noise.Reach;
import io.clausestream.core.page.Declaration;
import io.clausestream.core.page.FetchOutcome;
import io.clausestream.core.page.FetchedPage;
import io.clausestream.core.page.Origin;
import io.clausestream.core.page.PageRef;
import io.clausestream.core.page.Sha256;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/**
 * A platform whose pages show a kind of noise for 20 days, a fetch every 12 hours.
 *
 * @param noise the kind of noise
 * @param document the document that is edited twice
 * @param frame the frame of the site
 */
record Site(Noise noise, Document document, Frame frame) {

  static final int FETCHES = 40;

  /** The fetch of each edit. */
  static final List<Integer> EDITS = List.of(13, 27);

  /** The page of a fetch; another document of the set stands in the site's frame, too. */
  Page page(Document of, int fetch) {
    int revision = of == document ? (int) EDITS.stream().filter(edit -> edit <= fetch).count() : 0;
    Page page =
        new Page(
            of,
            Tongue.of(document.language()),
            document.brand(),
            frame,
            fetch,
            revision,
            new SplittableRandom(seed(of, fetch)));
    if (of == document || noise.reach() != Reach.PAGE) {
      noise.act().accept(page);
    }
    return page;
  }

  private long seed(Document of, int fetch) {
    String who = noise.reach() == Reach.SITE ? "" : of.name();
    return 31L * (noise.name() + who).hashCode() + 7919L * fetch;
  }

  /** Its capture. */
  FetchedPage capture(Document of, int fetch, String html) {
    return new FetchedPage(
        ref(of, fetch),
        FetchOutcome.OK,
        OptionalInt.of(200),
        html.getBytes(StandardCharsets.UTF_8),
        Declaration.NONE);
  }

  PageRef ref(Document of, int fetch) {
    Instant at = at(fetch).plus(Duration.ofMinutes(Document.all().indexOf(of) * 5L));
    return new PageRef(
        Sha256.hex(of.name() + at).substring(0, 32),
        document.brand() + "/" + of.name(),
        document.brand(),
        of.name(),
        URI.create(
            "https://%s.example/%s"
                .formatted(document.brand().toLowerCase(Locale.ROOT), of.name())),
        at,
        Optional.of("text/html; charset=utf-8"),
        Origin.LIVE);
  }

  static Instant at(int fetch) {
    return SamplePages.MONDAY.plus(Duration.ofHours(12L * fetch));
  }
}
