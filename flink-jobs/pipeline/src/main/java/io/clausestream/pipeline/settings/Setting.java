package io.clausestream.pipeline.settings;

import org.jspecify.annotations.Nullable;

/**
 * A value in force.
 *
 * @param key key of the option, or of the entry of an option
 * @param value the value as it was given, secrets too: not for people; null when there is none
 * @param origin where it comes from
 */
public record Setting(String key, @Nullable String value, SettingOrigin origin) {

  /** What stands for a secret. */
  public static final String MASK = "******";

  /** The value for people: a secret is masked. */
  public @Nullable String shown() {
    return value != null && isSecret() ? MASK : value;
  }

  /** Whether the value is nobody's to see. */
  public boolean isSecret() {
    return SecretKeys.isSecret(key, value);
  }

  /** Shows no secret. */
  @Override
  public String toString() {
    return key + "=" + shown() + " (" + origin.text() + ")";
  }
}
