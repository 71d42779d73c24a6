package org.aepsych.strategies.model;

import java.util.List;
import org.aepsych.api.space.Parameter;
import org.aepsych.api.strategy.StrategyContext;
import org.aepsych.strategies.kernel.StimulusSpace;
import org.aepsych.strategies.space.UnitCube;

/**
 * The parameters of an experiment as a model needs them.
 *
 * @param cube the free parameters
 * @param stimulus what models see of them
 */
record ModelSpace(UnitCube cube, StimulusSpace stimulus) {
    static ModelSpace of(StrategyContext context) {
        UnitCube cube = UnitCube.of(context.space());
        List<String> names = context.space().parameters().stream()
                .filter(parameter -> !(parameter instanceof Parameter.Fixed))
                .map(Parameter::name)
                .toList();
        return new ModelSpace(cube, new StimulusSpace(names, cube.nominal()));
    }
}
