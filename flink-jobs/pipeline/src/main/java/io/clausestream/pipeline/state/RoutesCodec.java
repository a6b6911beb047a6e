package io.clausestream.pipeline.state;

import io.clausestream.pipeline.OperatorIds;
import io.clausestream.schema.state.SubscriberRoutes;
import java.util.Set;

/** State 'routes'. One thread. */
public final class RoutesCodec {

  static final int VERSION = 1;

  private final VersionedAvro<SubscriberRoutes> avro =
      new VersionedAvro<>(OperatorIds.STATE_ROUTES, SubscriberRoutes.class, VERSION);

  /** A codec. */
  public RoutesCodec() {}

  /** The stored form of routes. */
  public byte[] encode(Routes routes) {
    return avro.encode(
        new SubscriberRoutes(
            routes.partition(),
            routes.offset(),
            routes.admittedAt(),
            routes.platforms().stream().sorted().toList()));
  }

  /**
   * The routes.
   *
   * @throws UnknownStateVersionException if a newer release wrote it
   */
  public Routes decode(byte[] stored) {
    SubscriberRoutes routes = avro.decode(stored);
    return new Routes(
        routes.getPartition(),
        routes.getOffset(),
        routes.getAdmittedAt(),
        Set.copyOf(routes.getPlatforms()));
  }
}
