package org.aepsych.core.adaptive.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SessionRandomTest {

    @Test
    void anAddressAlwaysGivesTheSameNumbers() {
        assertThat(SessionRandom.at(42, 1, 7).nextLong())
                .isEqualTo(SessionRandom.at(42, 1, 7).nextLong());
    }

    /** Logs that were written with these numbers must be verifiable for ever. */
    @Test
    void theNumbersOfAnAddressNeverChange() {
        assertThat(SessionRandom.mixed(0, 0, -1)).isEqualTo(2558736989570252433L);
        assertThat(SessionRandom.mixed(42, 1, 7)).isEqualTo(2146067843633409755L);
        assertThat(SessionRandom.at(42, 1, 7).nextLong()).isEqualTo(7127640373285859416L);
    }

    @Test
    void addressesDoNotCollide() {
        Set<Long> seen = new HashSet<>();
        for (long seed = -5; seed < 5; seed++) {
            for (int step = 0; step < 10; step++) {
                for (int round = -1; round < 100; round++) {
                    assertThat(seen.add(SessionRandom.mixed(seed, step, round))).isTrue();
                }
            }
        }
    }
}
