package org.aepsych.core.adaptive;

import java.util.List;
import org.aepsych.api.config.Problem;
import org.aepsych.core.config.ExperimentFile;
import org.aepsych.core.plugin.Extensions;

/**
 * What an experiment file says, for people who want to know before anybody takes part.
 *
 * @param parameters names of the parameters
 * @param steps names of the strategies that follow each other
 * @param warnings what was read in another way than somebody may expect, or means nothing
 */
public record DesignPreview(List<String> parameters, List<String> steps, List<Problem> warnings) {
    /** Copies the lists. */
    public DesignPreview {
        parameters = List.copyOf(parameters);
        steps = List.copyOf(steps);
        warnings = List.copyOf(warnings);
    }

    /**
     * Reads a file without setting it up.
     *
     * @param file the experiment file
     * @param extensions what files may name
     * @return what it says
     * @throws org.aepsych.api.config.ConfigException with everything that is wrong
     */
    public static DesignPreview of(ExperimentFile file, Extensions extensions) {
        AdaptiveProtocol protocol = new AdaptiveProtocol(extensions);
        DesignReader.Checked checked = DesignReader.check(file, extensions);
        ExperimentDesign design = checked.design();
        var unused = protocol.presentation(design);
        return new DesignPreview(
                design.space().names(),
                design.steps().stream().map(StepDesign::name).toList(),
                checked.warnings());
    }
}
