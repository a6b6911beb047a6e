package io.clausestream.connector.delivery.engine;

import java.time.Clock;

/** What the planners share. */
record EngineParts(
    Messages messages,
    Routes routes,
    Circuits circuits,
    RetrySchedule schedule,
    Ledger ledger,
    Verdicts verdicts,
    LateAlerts lateAlerts,
    Clock clock,
    DeliveryMetrics metrics) {}
