package io.clausestream.it;

import io.clausestream.schema.FetchedPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/** Writes captures as a JSON Lines history. */
final class JsonLines {

  private JsonLines() {}

  static void write(Path folder, List<FetchedPage> captures) {
    try {
      Files.write(
          folder.resolve("captures.jsonl"), captures.stream().map(JsonLines::line).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Names and times of the test history hold nothing that JSON would escape. */
  private static String line(FetchedPage page) {
    return """
        {"platform":"%s","documentType":"%s","url":"%s","fetchedAt":"%s","httpStatus":200,\
        "contentType":"text/html; charset=utf-8","bodyBase64":"%s"}"""
        .formatted(
            page.getPlatform(),
            page.getDocumentType(),
            page.getUrl(),
            page.getFetchedAt(),
            Base64.getEncoder().encodeToString(page.getBody().array()));
  }
}
