package io.clausestream.pipeline.cache;

import io.clausestream.core.canonical.Canonicalizer;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A hash of the code that makes canonical content, so that content made by other code is never read
 * as this one's: the version of the rules; the bytes of every class and resource of the core's
 * packages page, canonical, fingerprint and quality; name and size of the libraries that parse; and
 * the feature version of Java, whose Unicode tables count. A changed rule is another fingerprint
 * even where nobody raised the version; a change of the later stages is not, so a tuning loop on
 * those keeps its cache. The form of the packed page is in the format version of the segment.
 */
final class EngineFingerprint {

  private static final String CORE = "io/clausestream/core/";
  private static final List<String> PACKAGES =
      List.of("page", "canonical", "fingerprint", "quality");

  /** One class of each library that parses; one that is not there parses nothing. */
  private static final List<String> LIBRARIES =
      List.of("org.jsoup.Jsoup", "org.apache.pdfbox.Loader", "org.apache.fontbox.ttf.TTFParser");

  private EngineFingerprint() {}

  /**
   * The fingerprint of the code that runs, in hexadecimal digits.
   *
   * @throws IOException if the code cannot be read where it was loaded from
   */
  static String current() throws IOException {
    MessageDigest digest = sha256();
    add(digest, "rules " + Canonicalizer.VERSION);
    add(digest, "java " + Runtime.version().feature());
    for (String library : LIBRARIES) {
      addLibrary(digest, library);
    }
    addCore(digest);
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void addLibrary(MessageDigest digest, String type) throws IOException {
    try {
      Path jar = place(Class.forName(type, false, EngineFingerprint.class.getClassLoader()));
      add(digest, jar.getFileName() + " " + (Files.isDirectory(jar) ? 0 : Files.size(jar)));
    } catch (ClassNotFoundException e) {
      add(digest, "no " + type);
    }
  }

  private static void addCore(MessageDigest digest) throws IOException {
    Path place = place(Canonicalizer.class);
    if (Files.isDirectory(place)) {
      addPackages(digest, place);
      return;
    }
    try (FileSystem jar = FileSystems.newFileSystem(place)) {
      addPackages(digest, jar.getPath("/"));
    }
  }

  private static void addPackages(MessageDigest digest, Path root) throws IOException {
    for (String name : PACKAGES) {
      List<Path> files;
      try (Stream<Path> walk = Files.walk(root.resolve(CORE + name))) {
        files = walk.filter(Files::isRegularFile).sorted().toList();
      }
      for (Path file : files) {
        add(digest, name + "/" + file.getFileName());
        digest.update(Files.readAllBytes(file));
      }
    }
  }

  private static Path place(Class<?> type) throws IOException {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    URL place = source == null ? null : source.getLocation();
    if (place == null) {
      throw new IOException("It is unknown where " + type.getName() + " was loaded from.");
    }
    try {
      return Path.of(new URI(place.toString()));
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw new IOException(type.getName() + " was loaded from " + place + ", no file.", e);
    }
  }

  private static void add(MessageDigest digest, String part) {
    digest.update((part + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256, which every Java must have.", e);
    }
  }
}
