package io.clausestream.connector.history;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The source URL that a commit message names. A message that names none, or several without saying
 * which is which, gives a placeholder: {@code urn:clausestream:unknown-url:} and the document id,
 * percent-encoded. It is the same for all such captures of a document and no real address.
 */
final class SourceUrls {

  private static final Pattern HEADER =
      Pattern.compile("(?m)^X-source-document-location:\\s*(https?://\\S+)");
  private static final Pattern ANYWHERE = Pattern.compile("https?://[^\\s<>\"'`]+");
  private static final Pattern TRAILING = Pattern.compile("[.,;:!?)\\]]+$");
  private static final String UNKNOWN = "urn:clausestream:unknown-url:";

  private SourceUrls() {}

  static String of(String message, String documentId) {
    Set<String> urls = all(HEADER, 1, message);
    if (urls.isEmpty()) {
      urls = all(ANYWHERE, 0, message);
    }
    return urls.size() == 1 ? urls.iterator().next() : unknown(documentId);
  }

  private static String unknown(String documentId) {
    return UNKNOWN + URLEncoder.encode(documentId, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static Set<String> all(Pattern pattern, int group, String message) {
    Set<String> urls = new LinkedHashSet<>();
    Matcher matcher = pattern.matcher(message);
    while (matcher.find()) {
      String url = matcher.group(group);
      urls.add(group == 0 ? TRAILING.matcher(url).replaceFirst("") : url);
    }
    return urls;
  }
}
