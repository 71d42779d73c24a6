package org.aepsych.web.bots;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScreensTest {
    private static final long MILLI = 1_000_000;

    private final Latencies seen = new Latencies();
    private final Screens screens = new Screens(3, seen);

    @Test
    void aPlayIsSeenWhenAScreenShowsAsManyAsWereSentBeforeItsAnswer() {
        screens.plays(0);
        screens.plays(0);
        screens.played(0, 1, 10 * MILLI);

        screens.shows(0, 0, 1, 15 * MILLI);
        assertThat(seen.count())
                .as("one play was still under way and may be the one that is shown")
                .isZero();

        screens.shows(0, 0, 2, 17 * MILLI);
        assertThat(seen.percentile(100)).isEqualTo(Duration.ofMillis(7));
    }

    @Test
    void aScreenMayShowItBeforeTheAnswerArrives() {
        screens.plays(0);
        screens.shows(0, 0, 1, 14 * MILLI);
        screens.played(0, 1, 10 * MILLI);

        assertThat(seen.percentile(100)).isEqualTo(Duration.ofMillis(4));
    }

    @Test
    void theNextRoundShowsEverythingOfTheRoundBefore() {
        screens.plays(0);
        screens.played(0, 1, 10 * MILLI);
        screens.shows(2, 1, 0, 30 * MILLI);

        assertThat(seen.count()).as("not on the screen of the player").isEqualTo(1);
        assertThat(seen.percentile(50)).isEqualTo(Duration.ofMillis(20));
    }
}
