package org.aepsych.strategies.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.space.Parameter;
import org.aepsych.api.space.ParameterSpace;
import org.aepsych.api.space.Stimulus;
import org.aepsych.api.strategy.AskRequest;
import org.aepsych.api.strategy.Presentation;
import org.aepsych.api.strategy.Strategy;
import org.aepsych.tck.TckContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManualFactoryTest {
    private static final ParameterSpace PLANE = new ParameterSpace(
            List.of(new Parameter.Continuous("x", 0, 1, false, true), new Parameter.Whole("n", 1, 5, false, true)));
    private static final AskRequest ALL = new AskRequest(0, 10, Map.of());

    @Test
    void withoutShufflingTheOrderIsThatOfTheFile() {
        assertThat(presentations("[[0.1, 1], [0.2, 2],\n [3e-1, 3],]", "shuffle", "no"))
                .containsExactly(
                        Presentation.of(Stimulus.of(0.1, 1)),
                        Presentation.of(Stimulus.of(0.2, 2)),
                        Presentation.of(Stimulus.of(0.3, 3)));
    }

    @Test
    void shufflingPermutesAndTheSeedDecidesHow() {
        String points = "[[0, 1], [0.1, 1], [0.2, 1], [0.3, 1], [0.4, 1], [0.5, 1], [0.6, 1]]";
        List<Presentation> inOrder = presentations(points, "shuffle", "no");
        List<Presentation> shuffled = presentations(points, "seed", "3");
        assertThat(shuffled).isNotEqualTo(inOrder).containsExactlyInAnyOrderElementsOf(inOrder);
        assertThat(presentations(points, "seed", "3")).isEqualTo(shuffled);
        assertThat(presentations(points, "seed", "4")).isNotEqualTo(shuffled);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[[0.1]]",
                "[[0.1, 2, 3]]",
                "[[0.1, 9]]",
                "[[a, 1]]",
                "[0.1, 2]",
                "[[0.1, 2]",
                "[[0.1,, 2]]",
                "[[0.1, 2]] x",
                "[[[0.1, 2], [0.1, 2]]]",
                "['0.1, 2]"
            })
    void listsThatDoNotFitTheSpaceAreRefusedWithTheirPlace(String points) {
        TckContext context = TckContext.of(PLANE).withOption("points", points);
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> new ManualFactory().create(context))
                .withMessageContaining("[strategy] points: ");
    }

    @Test
    void everyBadPointIsNamed() {
        TckContext context = TckContext.of(PLANE).withOption("points", "[[0.1, 9], [0.5, 3], [7, 1]]");
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> new ManualFactory().create(context))
                .withMessageContaining("the point 1: parameter n lies from 1 to 5, but is 9")
                .withMessageContaining("the point 3: parameter x lies from 0 to 1, but is 7");
    }

    private static List<Presentation> presentations(String points, String key, String text) {
        Strategy strategy = new ManualFactory()
                .create(TckContext.of(PLANE).withOption("points", points).withOption(key, text));
        return strategy.ask(ALL).presentations();
    }
}
