package org.aepsych.core.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.core.testing.MemoryPresence;
import org.aepsych.core.testing.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is there, on two servers that share a storage. */
class PresenceTest {
    private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00.000000001Z");
    private static final StreamId GAME = new StreamId(1);
    private static final ParticipantId ANN = new ParticipantId(1);

    private final SettableClock clock = new SettableClock(MORNING);
    private final MemoryPresence shared = new MemoryPresence();
    private final Presence one = new Presence(clock);
    private final Presence other = new Presence(clock);
    private final SharedPresence oneServer = new SharedPresence(one, shared, clock);
    private final SharedPresence otherServer = new SharedPresence(other, shared, clock);

    @AfterEach
    void stop() {
        oneServer.close();
        otherServer.close();
    }

    private void exchange() {
        oneServer.exchange();
        otherServer.exchange();
        oneServer.exchange();
    }

    private void see(Presence server) {
        server.seen(new ParticipantLogin(GAME, ANN));
    }

    @Test
    void whoIsSeenByOneIsKnownToTheOther() {
        see(one);
        exchange();

        assertThat(other.of(GAME, ANN))
                .hasValueSatisfying(at -> assertThat(at).isBetween(MORNING.minusNanos(1_000), MORNING));
        assertThat(other.of(GAME)).containsOnlyKeys(ANN);
        assertThat(other.isElsewhere(GAME, ANN)).isTrue();
        assertThat(one.isElsewhere(GAME, ANN)).as("one's own news comes back").isFalse();
        assertThat(other.of(new StreamId(2), ANN)).isEmpty();
    }

    @Test
    void whoMovesToTheOtherServerIsThere() {
        see(one);
        exchange();
        clock.move(Duration.ofMinutes(1));
        see(other);
        exchange();

        assertThat(one.isElsewhere(GAME, ANN)).isTrue();
        assertThat(other.isElsewhere(GAME, ANN)).isFalse();
        assertThat(one.of(GAME, ANN)).hasValueSatisfying(at -> assertThat(at).isAfter(MORNING));
    }

    @Test
    void aServerThatStartsLearnsWhoIsThere() {
        see(one);
        oneServer.exchange();
        clock.move(Duration.ofMinutes(10));
        Presence third = new Presence(clock);
        try (SharedPresence thirdServer = new SharedPresence(third, shared, clock)) {
            thirdServer.start();
        }

        assertThat(third.of(GAME, ANN)).isPresent();
    }
}
