package io.clausestream.cli.deliver;

import io.clausestream.connector.delivery.ChannelSettings;
import io.clausestream.connector.delivery.Secrets;
import io.clausestream.connector.delivery.engine.EngineSettings;
import java.util.Optional;

/**
 * All that a delivery needs to know. Holds no secret, only where they are.
 *
 * @param channels of the channels
 * @param secrets where secrets are
 * @param feeds where feeds are served; empty when they are not
 * @param engine of the engine
 */
public record DeliverySetup(
    ChannelSettings channels, Secrets secrets, Optional<FeedPlace> feeds, EngineSettings engine) {}
