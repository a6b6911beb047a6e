package io.clausestream.schema;

/** The id of the news that an alert missed its objective: the same whenever it is told again. */
public final class LateAlertId {

  private LateAlertId() {}

  /**
   * The first 32 lower-case hexadecimal digits of the SHA-256 over the UTF-8 of {@code "late\n"},
   * alertId, {@code "\n"} and the stage's name.
   *
   * @param alertId id of the alert
   * @param stage who saw it
   */
  public static String of(String alertId, LateStage stage) {
    return ShortHash.of("late\n" + alertId + "\n" + stage.name());
  }
}
