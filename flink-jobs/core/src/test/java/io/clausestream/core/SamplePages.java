package io.clausestream.core;

import io.clausestream.core.page.Declaration;
import io.clausestream.core.page.FetchOutcome;
import io.clausestream.core.page.FetchedPage;
import io.clausestream.core.page.Origin;
import io.clausestream.core.page.PageRef;
import io.clausestream.core.page.Sha256;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** Real-shaped pages and fetches for the tests of every stage. */
public final class SamplePages {

  /** First fetch of most tests. */
  public static final Instant MONDAY = Instant.parse("2026-03-02T06:00:00Z");

  /** A policy as sites serve it, with all that surrounds it. */
  public static final String POLICY =
      """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8"><title>Privacy Policy – Example</title>
      <script>window.session = "8f3a9c";</script><style>p { color: red }</style></head>
      <body class="page">
      <div id="cookie-banner" class="cookie-banner">We use cookies. <button>Accept all</button></div>
      <header><a href="/">Example</a><nav><ul><li><a href="/blog">Blog</a></li></ul></nav></header>
      <main class="related content">
        <h1>Privacy Policy</h1>
        <p>Last updated: 1 March 2026</p>
        <p>This policy says what Example does with the personal data of people who use its service.</p>
        <h2>Retention</h2>
        <p>We keep your chat logs for 30&nbsp;days and delete them “without delay” afterwards.</p>
        <details><summary>More</summary><p>Backups are kept for one further week.</p></details>
        <h2>Sharing</h2>
        <p>We share data with:</p>
        <ul><li>Payment providers</li><li>Hosting providers</li></ul>
        <table><thead><tr><th>Sub-processor</th><th>Country</th></tr></thead>
        <tbody><tr><td>Cloudworks</td><td>Ireland</td></tr></tbody></table>
        <p>Write to <a href="/cdn-cgi/l/email-protection#4a3a382339"><span class="__cf_email__"
           data-cfemail="4a3a38233c2b29330a2f322b273a262f6425382d">[email&#160;protected]</span></a>.</p>
      </main>
      <aside><h3>Related articles</h3><a href="/a">Ten tips</a></aside>
      <footer>© 2026 Example. <a href="/terms?session=1">Terms</a> Visitors today: 4711</footer>
      </body></html>
      """;

  private SamplePages() {}

  /** A fetch of a document at an instant. */
  public static PageRef ref(String documentId, Instant at) {
    return new PageRef(
        Sha256.hex(documentId + at).substring(0, 32),
        documentId,
        "Example",
        "Privacy Policy",
        URI.create("https://example.com/privacy"),
        at,
        Optional.of("text/html; charset=utf-8"),
        Origin.LIVE);
  }

  /** A good capture of the usual document. */
  public static FetchedPage page(String html, Instant at) {
    return page("Example/Privacy Policy", html, at);
  }

  /** A good capture of a document. */
  public static FetchedPage page(String documentId, String html, Instant at) {
    return page(ref(documentId, at), html.getBytes(StandardCharsets.UTF_8));
  }

  /** A good capture of bytes. */
  public static FetchedPage page(PageRef ref, byte[] body) {
    return new FetchedPage(ref, FetchOutcome.OK, OptionalInt.of(200), body, Declaration.NONE);
  }

  /** The same reference with another content type. */
  public static PageRef withContentType(PageRef ref, String contentType) {
    return new PageRef(
        ref.fetchId(),
        ref.documentId(),
        ref.platform(),
        ref.documentType(),
        ref.url(),
        ref.fetchedAt(),
        Optional.of(contentType),
        ref.origin());
  }
}
