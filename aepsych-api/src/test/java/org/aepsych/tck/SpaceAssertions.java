package org.aepsych.tck;

import static org.assertj.core.api.Assertions.assertThat;

import org.aepsych.api.space.Parameter;
import org.aepsych.api.space.ParameterSpace;
import org.aepsych.api.space.Stimulus;
import org.aepsych.api.space.Value;
import org.aepsych.api.strategy.Presentation;

/** What it means that something lies within a space. */
final class SpaceAssertions {
    private SpaceAssertions() {}

    static void assertWithin(ParameterSpace space, Presentation presentation, int stimuli) {
        assertThat(presentation.stimuli()).hasSize(stimuli);
        for (Stimulus stimulus : presentation.stimuli()) {
            assertThat(stimulus.values()).hasSize(space.size());
            for (int i = 0; i < space.size(); i++) {
                assertWithin(space.parameters().get(i), stimulus.values().get(i));
            }
        }
    }

    private static void assertWithin(Parameter parameter, Value value) {
        if (parameter instanceof Parameter.Continuous p) {
            assertThat(number(value)).as(p.name()).isBetween(p.lower(), p.upper());
        } else if (parameter instanceof Parameter.Whole p) {
            assertThat(number(value)).as(p.name()).isBetween((double) p.lower(), (double) p.upper());
            assertThat(number(value)).as(p.name()).isEqualTo(Math.rint(number(value)));
        } else if (parameter instanceof Parameter.Binary p) {
            assertThat(number(value)).as(p.name()).isIn(0.0, 1.0);
        } else if (parameter instanceof Parameter.Categorical p) {
            assertThat(p.choices()).as(p.name()).contains(((Value.Text) value).value());
        } else if (parameter instanceof Parameter.Fixed p) {
            assertThat(value).as(p.name()).isEqualTo(p.value());
        }
    }

    private static double number(Value value) {
        assertThat(value).isInstanceOf(Value.Numeric.class);
        return ((Value.Numeric) value).value();
    }
}
