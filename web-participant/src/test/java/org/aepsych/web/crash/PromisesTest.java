package org.aepsych.web.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aepsych.web.crash.Promises.Audit;
import org.aepsych.web.crash.Promises.Entry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PromisesTest {
    private final Promises<String> tells = new Promises<>("tell");

    @BeforeEach
    void threeAreSentAndTwoAcknowledged() {
        tells.sent("a", "1");
        tells.sent("b", "0");
        tells.sent("c", "1");
        tells.acknowledged("a");
        tells.acknowledged("b");
    }

    @Test
    void whatWasNotAnsweredMayBeRecordedOrNot() {
        Audit without = tells.audit("the log", List.of(new Entry<>("a", "1"), new Entry<>("b", "0")));
        Audit with =
                tells.audit("the log", List.of(new Entry<>("a", "1"), new Entry<>("c", "1"), new Entry<>("b", "0")));

        assertThat(without).isEqualTo(new Audit(2, 1, 0, List.of()));
        assertThat(with).isEqualTo(new Audit(2, 1, 1, List.of()));
    }

    @Test
    void whatWasAcknowledgedIsMissed() {
        assertThat(tells.audit("the log", List.of(new Entry<>("a", "1"), new Entry<>("c", "1")))
                        .broken())
                .containsExactly("tell b was acknowledged and is LOST from the log");
    }

    @Test
    void whatIsRecordedTwiceIsFoundWhetherAcknowledgedOrNot() {
        assertThat(tells.audit(
                                "the log",
                                List.of(
                                        new Entry<>("a", "1"),
                                        new Entry<>("b", "0"),
                                        new Entry<>("a", "1"),
                                        new Entry<>("c", "1"),
                                        new Entry<>("c", "1")))
                        .broken())
                .containsExactly("tell a is DOUBLED in the log", "tell c is DOUBLED in the log");
    }

    @Test
    void whatWasNeverSentOrSentDifferentlyIsFound() {
        assertThat(tells.audit(
                                "table choice",
                                List.of(new Entry<>("a", "0"), new Entry<>("b", "0"), new Entry<>("d", "1")))
                        .broken())
                .containsExactly(
                        "tell a was 1, but is 0 in table choice", "tell d was never sent, but is in table choice");
    }
}
