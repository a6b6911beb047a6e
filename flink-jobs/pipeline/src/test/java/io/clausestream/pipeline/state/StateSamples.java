package io.clausestream.pipeline.state;

import io.clausestream.connector.testkit.Instants;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;

/** What tests of codecs share. */
final class StateSamples {

  static final Instant AT = Instants.MONDAY_0600;

  static final String PLATFORM = "Plattform ß";

  static final String DOCUMENT = "Plattform ß/Datenschutz 𝒳";

  private StateSamples() {}

  static byte[] fixture(String name) throws IOException {
    try (InputStream in = StateSamples.class.getResourceAsStream(name)) {
      String hex = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
    }
  }
}
