package org.aepsych.strategies.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.space.Parameter;
import org.aepsych.api.space.ParameterSpace;
import org.aepsych.api.space.Value;
import org.aepsych.api.strategy.AskRequest;
import org.aepsych.api.strategy.Presentation;
import org.aepsych.api.strategy.Strategy;
import org.aepsych.api.strategy.StrategyFactory;
import org.aepsych.tck.TckContext;
import org.junit.jupiter.api.Test;

/** Strategies that lay down their presentations when they are made. */
class FixedListsTest {
    private static final ParameterSpace SPACE = new ParameterSpace(List.of(
            new Parameter.Continuous("contrast", 0, 1, false, true),
            new Parameter.Whole("count", 1, 3, false, true),
            new Parameter.Categorical("colour", List.of("red", "green"))));

    @Test
    void aGridHasEveryCombinationSoOftenAsConfigured() {
        List<Presentation> shown = all(
                new GridFactory(),
                TckContext.of(SPACE).withOption("points_per_dim", "3").withOption("repeats", "2"));
        assertThat(shown).hasSize(2 * 3 * 3 * 2);
        assertThat(List.copyOf(new LinkedHashSet<>(shown))).hasSize(18);
        assertThat(shown.stream().map(FixedListsTest::contrast).distinct()).containsExactlyInAnyOrder(0.0, 0.5, 1.0);
    }

    @Test
    void tooLargeAGridIsRefused() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> new GridFactory()
                        .create(TckContext.of(SPACE)
                                .withOption("points_per_dim", "400")
                                .withOption("repeats", "1000")))
                .withMessageContaining("[strategy] points_per_dim: ")
                .withMessageContaining("100000");
    }

    @Test
    void pointsAreSurroundedWithinWindowAndBounds() {
        TckContext context = TckContext.of(SPACE)
                .withOption("points", "[[0.9, 2, green]]")
                .withOption("window", "[0.2, 1, 0]")
                .withOption("samples_per_point", "50");
        List<Presentation> shown = all(new AroundPointsFactory(), context);
        assertThat(shown).hasSize(50);
        assertThat(shown).allSatisfy(presentation -> {
            assertThat(contrast(presentation)).isBetween(0.7, 1.0);
            assertThat(presentation.stimuli().get(0).values().get(2)).isEqualTo(Value.of("green"));
        });
        assertThat(shown.stream().map(FixedListsTest::contrast).distinct().count())
                .isGreaterThan(20);
        assertThat(shown.stream().map(p -> p.stimuli().get(0).values().get(1)).distinct())
                .hasSize(3);
    }

    @Test
    void windowsMayStandWithTheParameters() {
        TckContext context =
                TckContext.of(SPACE).withOption("points", "[[0.5, 2, green]]").withOption("contrast", "window", "0.1");
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> new AroundPointsFactory().create(context))
                .withMessageContaining("[strategy] window: is missing")
                .withMessageContaining("[count]");
        assertThat(all(new AroundPointsFactory(), context.withOption("count", "window", "0")))
                .hasSize(1);
    }

    private static double contrast(Presentation presentation) {
        return ((Value.Numeric) presentation.stimuli().get(0).values().get(0)).value();
    }

    private static List<Presentation> all(StrategyFactory factory, TckContext context) {
        Strategy strategy = factory.create(context);
        return strategy.ask(new AskRequest(0, 1000, Map.of())).presentations();
    }
}
