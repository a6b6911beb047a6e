package io.clausestream.pipeline.state;

import io.clausestream.core.change.HeldCategories;
import io.clausestream.core.language.TextLanguage;
import io.clausestream.pipeline.OperatorIds;
import java.util.List;
import java.util.TreeSet;

/** State 'categories'. */
final class HeldCategoriesCodec {

  static final int VERSION = 2;

  private final VersionedAvro<io.clausestream.schema.state.HeldCategories> avro =
      new VersionedAvro<>(
          OperatorIds.STATE_CATEGORIES, io.clausestream.schema.state.HeldCategories.class, VERSION);

  byte[] encode(HeldCategories held) {
    return avro.encode(
        new io.clausestream.schema.state.HeldCategories(
            held.rules(),
            List.copyOf(held.categories()),
            held.language().code(),
            held.language().sample()));
  }

  HeldCategories decode(byte[] stored) {
    var held = avro.decode(stored);
    return new HeldCategories(
        held.getRules(),
        new TreeSet<>(held.getCategories()),
        new TextLanguage(held.getLanguage(), held.getLanguageSample()));
  }
}
