package io.clausestream.connector.history;

import io.clausestream.schema.FetchedPage;
import io.clausestream.schema.Origin;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file with one capture a line; the format is in the module's README. */
final class JsonLinesArchive extends ListedArchive<JsonCapture> {

  static final String FILE_NAME = "captures.jsonl";

  private static final Logger LOG = LoggerFactory.getLogger(JsonLinesArchive.class);
  private static final int BUFFER_BYTES = 64 << 10;

  /** Base64 of the largest body, and room for the rest. */
  private static final int MAX_LINE_BYTES = 2 * Pages.MAX_BODY_BYTES;

  private final Path file;

  private JsonLinesArchive(Path location, Path file, List<JsonCapture> captures) {
    super(location, captures, Map.of());
    this.file = file;
  }

  /**
   * Opens and checks a file, all but the bodies.
   *
   * @param location what the caller named, for messages
   */
  static JsonLinesArchive open(Path location, Path file) throws IOException {
    List<JsonCapture> captures = new ArrayList<>();
    Map<String, DocumentName> documents = new HashMap<>();
    WrongLines wrong = new WrongLines(file);
    forEachLine(
        file,
        wrong.collecting(
            (bytes, number, offset) -> {
              JsonLine line = JsonLine.parse(bytes, file, number);
              DocumentName document = intern(documents, line);
              long millis = line.fetchedAt().toEpochMilli();
              captures.add(new JsonCapture(document, millis, number, offset, bytes.length));
            }));
    wrong.throwIfAny();
    if (captures.isEmpty()) {
      throw new NotAnArchiveException(
          "The file %s holds no capture. Write one a line, as %s says."
              .formatted(file, JsonLine.FORMAT));
    }
    JsonLinesArchive archive = new JsonLinesArchive(location, file, captures);
    archive.breakTies();
    return archive;
  }

  private static DocumentName intern(Map<String, DocumentName> documents, JsonLine line)
      throws ArchiveFormatException {
    DocumentName document = line.document();
    DocumentName known = documents.putIfAbsent(document.documentId(), document);
    if (known == null) {
      return document;
    }
    if (!known.equals(document)) {
      throw line.wrong(
          "documentId",
          "'%s' was of %s, %s in an earlier line; give each document its own id"
              .formatted(known.documentId(), known.platform(), known.documentType()));
    }
    return known;
  }

  /** The relative paths of all bodies that a file names. */
  static List<String> bodyPaths(Path file) throws IOException {
    List<String> paths = new ArrayList<>();
    forEachLine(
        file,
        (bytes, number, offset) -> {
          Path path = JsonLine.parse(bytes, file, number).path();
          if (path != null) {
            paths.add(path.toString().replace('\\', '/'));
          }
        });
    return paths.stream().distinct().toList();
  }

  private static void forEachLine(Path file, LineTaker taker) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES)) {
      long offset = 0;
      long number = 1;
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (int next = in.read(); ; next = in.read()) {
        if (next >= 0 && next != '\n') {
          line.write(next);
          refuseTooLong(file, number, line.size());
          continue;
        }
        byte[] bytes = line.toByteArray();
        if (!isBlank(bytes)) {
          taker.take(bytes, number, offset);
        }
        if (next < 0) {
          return;
        }
        offset += bytes.length + 1L;
        number++;
        line.reset();
      }
    }
  }

  private static void refuseTooLong(Path file, long number, int size)
      throws ArchiveFormatException {
    if (size > MAX_LINE_BYTES) {
      throw new ArchiveFormatException(
          "%s, line %d is longer than %d bytes. Put the body into a file and name it by 'path'."
              .formatted(file, number, MAX_LINE_BYTES));
    }
  }

  private static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }

  @Override
  PageReader<JsonCapture> openReader() throws IOException {
    return new Reader(file, new RandomAccessFile(file.toFile(), "r"));
  }

  @Override
  public void close() {
    // Files are open only in readers.
  }

  /** Reads a capture's line again, then its body. */
  private record Reader(Path file, RandomAccessFile lines) implements PageReader<JsonCapture> {

    @Override
    public FetchedPage read(JsonCapture capture, Origin origin, KnownBodies known) {
      try {
        byte[] bytes = new byte[capture.length()];
        lines.seek(capture.offset());
        lines.readFully(bytes);
        return page(capture, JsonLine.parse(bytes, file, capture.lineNumber()), origin);
      } catch (IOException e) {
        warn(capture, e);
        FetchedPage page = Pages.of(capture, "", (byte[]) null, origin);
        page.setBodyLocation(file.getFileName() + "#" + capture.lineNumber());
        return page;
      }
    }

    private FetchedPage page(JsonCapture capture, JsonLine line, Origin origin) throws IOException {
      byte[] body = body(capture, line);
      FetchedPage page = Pages.of(capture, line.url(), body, origin);
      page.setFinalUrl(line.finalUrl());
      page.setOutcome(line.outcome());
      page.setHttpStatus(line.httpStatus());
      page.setContentType(line.contentType());
      page.setHeaders(line.headers());
      page.setVariant(line.variant());
      if (body == null) {
        page.setBodyLocation(missingLocation(capture, line));
      }
      return page;
    }

    /** Where a body that the line promises should be; null when it promises none. */
    private @Nullable String missingLocation(JsonCapture capture, JsonLine line)
        throws IOException {
      Path path = line.path();
      if (path != null) {
        return "file:" + path.toString().replace('\\', '/');
      }
      return line.hasInlineBody() ? file.getFileName() + "#" + capture.lineNumber() : null;
    }

    private byte @Nullable [] body(JsonCapture capture, JsonLine line) {
      try {
        Path path = line.path();
        byte[] body = path == null ? line.inlineBody() : read(path);
        if (body != null && body.length > Pages.MAX_BODY_BYTES) {
          throw new IOException("larger than " + Pages.MAX_BODY_BYTES + " bytes");
        }
        return body;
      } catch (IOException e) {
        warn(capture, e);
        return null;
      }
    }

    private byte[] read(Path path) throws IOException {
      Path folder = file.toAbsolutePath().getParent().toRealPath();
      Path real = folder.resolve(path).toRealPath();
      if (!real.startsWith(folder)) {
        throw new IOException(path + " leads out of the folder " + folder);
      }
      try (InputStream in = Files.newInputStream(real)) {
        return in.readNBytes(Pages.MAX_BODY_BYTES + 1);
      }
    }

    private void warn(JsonCapture capture, IOException why) {
      LOG.warn(
          "The body of {} in {}, line {} is not readable: {}. The capture goes on without it; put "
              + "the body where the line says.",
          capture.document().documentId(),
          file,
          capture.lineNumber(),
          why.toString());
    }

    @Override
    public void close() throws IOException {
      lines.close();
    }
  }
}
