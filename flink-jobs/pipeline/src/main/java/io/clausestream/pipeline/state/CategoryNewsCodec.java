package io.clausestream.pipeline.state;

import io.clausestream.pipeline.OperatorIds;
import io.clausestream.pipeline.wire.CategoryNews;

/** State 'news'. The category is the key of the state, so it is not in it. */
final class CategoryNewsCodec {

  static final int VERSION = 1;

  private final VersionedAvro<io.clausestream.schema.state.CategoryNews> avro =
      new VersionedAvro<>(
          OperatorIds.STATE_NEWS, io.clausestream.schema.state.CategoryNews.class, VERSION);

  byte[] encode(CategoryNews news) {
    return avro.encode(
        new io.clausestream.schema.state.CategoryNews(
            news.platform(), news.at(), news.documents(), news.direction(), news.changeId()));
  }

  CategoryNews decode(String category, byte[] stored) {
    var news = avro.decode(stored);
    return new CategoryNews(
        category,
        news.getPlatform(),
        news.getAt(),
        news.getDocuments(),
        news.getDirection(),
        news.getChangeId());
  }
}
