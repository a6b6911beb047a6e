package io.clausestream.connector.delivery.text;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The fixed words of a language, and its way to write dates. */
final class Words {

  /** The languages that there are; the first stands for all others. */
  static final List<Locale> OFFERED = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH);

  /** English dates as most of the world writes them: day, month, year. */
  private static final Locale ENGLISH_DATES = Locale.UK;

  private final Locale locale;
  private final ZoneId zone;
  private final ResourceBundle bundle;

  private Words(Locale locale, ZoneId zone) {
    this.locale = locale;
    this.zone = zone;
    this.bundle =
        ResourceBundle.getBundle(
            Words.class.getPackageName() + ".words",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  static Words of(Locale wanted, ZoneId zone) {
    Locale offered =
        OFFERED.stream()
            .filter(locale -> locale.getLanguage().equals(wanted.getLanguage()))
            .findFirst()
            .orElse(Locale.ENGLISH);
    return new Words(offered, zone);
  }

  String language() {
    return locale.toLanguageTag();
  }

  /** The words of a key, with values in the places that they name. */
  String get(String key, Object... values) {
    String pattern = bundle.getString(key);
    return values.length == 0 ? pattern : new MessageFormat(pattern, locale).format(values);
  }

  /** The word of a value; that of an unknown one when it has none. */
  String of(String group, Enum<?> value) {
    String key = group + "." + value.name();
    return bundle.containsKey(key) ? bundle.getString(key) : bundle.getString(group + ".UNKNOWN");
  }

  String date(LocalDate date) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(dates()).format(date);
  }

  String day(Instant instant) {
    return date(instant.atZone(zone).toLocalDate());
  }

  /** Date, time and the zone's id. */
  String time(Instant instant) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
            .withLocale(dates())
            .format(instant.atZone(zone).toLocalDateTime())
        + " ("
        + zone.getId()
        + ")";
  }

  private Locale dates() {
    return locale.equals(Locale.ENGLISH) ? ENGLISH_DATES : locale;
  }
}
