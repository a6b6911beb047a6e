package io.clausestream.pipeline.settings;

import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.util.TimeUtils;

/**
 * An option that an operator can set.
 *
 * @param owner the class that holds it
 * @param option the option
 * @param type class of its values
 */
public record KnownOption(Class<?> owner, ConfigOption<?> option, Class<?> type) {

  private static final String SUFFIX = "Options";

  /** The option in a constant; its type is the constant's. */
  static KnownOption of(Field constant) {
    Type type = ((ParameterizedType) constant.getGenericType()).getActualTypeArguments()[0];
    Class<?> raw =
        (Class<?>)
            (type instanceof ParameterizedType generic ? (Object) generic.getRawType() : type);
    try {
      return new KnownOption(
          constant.getDeclaringClass(), (ConfigOption<?>) constant.get(null), raw);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("'" + constant + "' must be public.", e);
    }
  }

  /** The word that its key begins with: that of its class. */
  public String word() {
    String name = owner.getSimpleName();
    return name.substring(0, name.length() - SUFFIX.length()).toLowerCase(Locale.ROOT);
  }

  /** Its key. */
  public String key() {
    return option.key();
  }

  /** The environment variable that sets it. */
  public String variable() {
    return key().toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /** Whether it holds entries, each with a key of its own below the option's. */
  public boolean isMap() {
    return type == Map.class;
  }

  /** What its values are, for people. */
  public String typeName() {
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(Object::toString)
          .collect(Collectors.joining(", "));
    }
    if (type == Duration.class) {
      return "duration";
    }
    if (type == MemorySize.class) {
      return "size";
    }
    return switch (type.getSimpleName()) {
      case "Integer", "Long" -> "whole number";
      case "Double", "Float" -> "number";
      case "Boolean" -> "true, false";
      case "Map" -> "entries";
      default -> "text";
    };
  }

  /** How to write a value, where it is not plain from {@link #typeName()}. */
  String example() {
    return switch (typeName()) {
      case "duration" -> "a duration, such as 30 s, 12 h or 7 d";
      case "size" -> "a size, such as 512 kb or 8 mb";
      case "entries" -> "entries, such as name:value,other:value";
      case "whole number", "number", "text" -> "a " + typeName();
      default -> "one of " + typeName();
    };
  }

  /** What it is when nobody sets it; empty when there is nothing then. */
  public String defaultText() {
    Object value = option.defaultValue();
    if (value == null || value instanceof Map<?, ?> map && map.isEmpty()) {
      return "";
    }
    return value instanceof Duration duration
        ? TimeUtils.formatWithHighestUnit(duration)
        : value.toString();
  }

  /** What it is for, as plain text. */
  public String description() {
    return new PlainDescription().format(option.description());
  }
}
