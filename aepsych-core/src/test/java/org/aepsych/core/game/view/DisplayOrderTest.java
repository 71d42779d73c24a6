package org.aepsych.core.game.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayOrderTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 42, 1_750_934_217, Integer.MAX_VALUE})
    void showsEverythingOnce(long seed) {
        for (int size = 0; size < 20; size++) {
            assertThat(DisplayOrder.shuffled(size, seed))
                    .containsExactlyInAnyOrderElementsOf(DisplayOrder.inOrder(size))
                    .isEqualTo(DisplayOrder.shuffled(size, seed));
        }
    }

    /** Computed by V8 with the shuffle of gamelab's pages. */
    @Test
    void ordersAsBrowsersDo() {
        assertThat(DisplayOrder.shuffled(5, 1)).containsExactly(2, 1, 0, 4, 3);
        assertThat(DisplayOrder.shuffled(4, 42)).containsExactly(1, 2, 0, 3);
        assertThat(DisplayOrder.shuffled(5, 1_750_934_217)).containsExactly(0, 1, 4, 3, 2);
        assertThat(DisplayOrder.shuffled(10, Integer.MAX_VALUE)).containsExactly(2, 5, 4, 7, 0, 6, 3, 1, 9, 8);
    }
}
