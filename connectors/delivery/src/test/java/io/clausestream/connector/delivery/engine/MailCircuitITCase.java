package io.clausestream.connector.delivery.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.connector.delivery.Secrets;
import io.clausestream.connector.delivery.address.AddressGuard;
import io.clausestream.connector.delivery.address.AllowedTargets;
import io.clausestream.connector.delivery.mail.MailChannel;
import io.clausestream.connector.delivery.mail.TestRelays;
import io.clausestream.connector.testkit.Instants;
import io.clausestream.connector.testkit.MailServer;
import io.clausestream.connector.testkit.MailServer.Safety;
import io.clausestream.connector.testkit.SharedBroker;
import io.clausestream.schema.ChannelKind;
import io.clausestream.schema.DeliveryStatus;
import io.clausestream.schema.SubscriptionChannel;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What of a mail server's refusals lets its provider rest. The clock stands, so a rest has no end.
 */
class MailCircuitITCase {

  private static final int MANY = 20;

  @TempDir private Path folder;
  private final DeliveryRig rig = DeliveryRig.on(SharedBroker.get().connection());
  private final Clock noon = Clock.fixed(Instants.MONDAY_1200, ZoneOffset.UTC);

  @Test
  void aFullMailboxLeavesItsProviderOpen() throws Exception {
    try (MailServer server = MailServer.start(Safety.NONE, folder);
        MailChannel channel = channel(server.port())) {
      subscribe("full", "full@quillstead.example", 1);
      subscribe("reader", "reader@quillstead.example", 2);
      alert("full");
      try (DeliveryEngine engine = rig.start(rig.settings(), channel, noon)) {
        DeliveryRig.await("all to be tried", () -> waitFor("SMTP_STATUS") == MANY);
        alert("reader");
        DeliveryRig.await("the others", () -> rig.ids(DeliveryStatus.DELIVERED).size() == MANY);
        assertThat(engine.isHealthy()).isTrue();
      }
      assertThat(server.mails()).hasSize(MANY);
      assertThat(waitFor("CIRCUIT_OPEN")).isZero();
    }
  }

  @Test
  void aServerThatIsAwayLetsItRest() throws Exception {
    MailServer gone = MailServer.start(Safety.NONE, folder);
    gone.close();
    try (MailChannel channel = channel(gone.port())) {
      subscribe("reader", "reader@quillstead.example", 1);
      alert("reader");
      try (DeliveryEngine engine = rig.start(rig.settings(), channel, noon)) {
        DeliveryRig.await("all to wait", () -> rig.waiting().size() == MANY);
        // Those before may have found no room while the first were tried; this one finds it at
        // rest.
        rig.send(Samples.alert("next", "reader", Instants.MONDAY_0600));
        DeliveryRig.await("the next to wait", () -> rig.waiting().size() == MANY + 1);
        assertThat(engine.isHealthy()).isTrue();
      }
      assertThat(waitFor("CIRCUIT_OPEN")).isPositive();
    }
  }

  private long waitFor(String reason) {
    return rig.waiting().values().stream().filter(w -> w.getReason().equals(reason)).count();
  }

  private void subscribe(String subscriber, String address, int offset) {
    SubscriptionChannel mail = Samples.channel(ChannelKind.EMAIL, address);
    rig.send(Samples.subscription(subscriber, offset, mail));
  }

  private void alert(String subscriber) {
    for (int i = 0; i < MANY; i++) {
      rig.send(Samples.alert(subscriber + "-" + i, subscriber, Instants.MONDAY_0600));
    }
  }

  private MailChannel channel(int port) {
    AllowedTargets allowed = AllowedTargets.of(List.of("127.0.0.0/8"));
    return new MailChannel(
        TestRelays.plain("127.0.0.1", port),
        new AddressGuard(allowed, InetAddress::getAllByName),
        new Secrets(Optional.empty(), Map.of()),
        Duration.ofSeconds(30),
        noon);
  }
}
