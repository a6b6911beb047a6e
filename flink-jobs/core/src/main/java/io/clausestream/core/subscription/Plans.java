package io.clausestream.core.subscription;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The plans that there are, by id. Immutable. */
public final class Plans {

  private static final String FILE = "plans.yaml";
  private static final Set<String> KEYS =
      Set.of("plan", "platforms", "alerts", "digest", "provisionFilters", "channels");
  private static final Plans SHIPPED = readShipped();

  private final Map<String, Plan> byId;

  private Plans(Map<String, Plan> byId) {
    this.byId = byId;
  }

  /** The plans that come with this release. */
  public static Plans shipped() {
    return SHIPPED;
  }

  /**
   * The plans of a file.
   *
   * @param yaml a list named {@code plans}
   * @throws IllegalArgumentException naming the plan and the fault, if the file is wrong
   */
  public static Plans parse(String yaml) {
    return parse(new ByteArrayInputStream(yaml.getBytes(UTF_8)));
  }

  private static Plans parse(InputStream yaml) {
    Map<String, Plan> byId = new LinkedHashMap<>();
    for (YamlEntry entry : YamlEntry.list(yaml, "plans", "plan", KEYS)) {
      byId.put(entry.id(), plan(entry));
    }
    if (byId.isEmpty()) {
      throw new IllegalArgumentException("The file of plans names no plan; write one into it.");
    }
    return new Plans(byId);
  }

  private static Plan plan(YamlEntry entry) {
    OptionalInt platforms = entry.number("platforms");
    if (platforms.isPresent() && platforms.getAsInt() < 1) {
      throw entry.fault(
          "has %s 'platforms'; write 1 or more, or leave it out for no limit",
          platforms.getAsInt());
    }
    Plan plan =
        new Plan(
            entry.id(),
            platforms,
            entry.flag("alerts", false),
            entry.flag("digest", false),
            entry.flag("provisionFilters", false),
            channels(entry));
    if (!plan.alerts() && !plan.digest()) {
      throw entry.fault("tells nothing; set 'alerts' or 'digest' to true");
    }
    return plan;
  }

  private static Set<ChannelTarget.Kind> channels(YamlEntry entry) {
    if (!entry.has("channels")) {
      return Set.copyOf(Arrays.asList(ChannelTarget.Kind.values()));
    }
    List<ChannelTarget.Kind> kinds = new ArrayList<>();
    for (String name : entry.strings("channels")) {
      kinds.add(entry.named(ChannelTarget.Kind.class, "channels", name));
    }
    return Set.copyOf(kinds);
  }

  private static Plans readShipped() {
    try (InputStream in = Plans.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing from the jar");
      }
      return parse(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The plan of an id; empty when there is none. */
  public Optional<Plan> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** All plans, in the order of the file. */
  public List<Plan> all() {
    return List.copyOf(byId.values());
  }

  /** The ids, for messages. */
  String names() {
    return new TreeSet<>(byId.keySet()).stream().collect(Collectors.joining(", "));
  }
}
