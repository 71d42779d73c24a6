package org.aepsych.core.adaptive;

import java.util.List;
import java.util.Optional;
import org.aepsych.api.config.Problem;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.core.adaptive.design.DesignReader;
import org.aepsych.core.adaptive.design.ExperimentDesign;
import org.aepsych.core.adaptive.design.StepDesign;
import org.aepsych.core.adaptive.session.AdaptiveProtocol;
import org.aepsych.core.config.ExperimentFile;
import org.aepsych.core.plugin.Extensions;

/**
 * What an experiment file says, for people who want to know before anybody takes part.
 *
 * @param name what it is called, if the file says so
 * @param id its public name, if the file has one
 * @param presented whether the server presents it in participants' browsers
 * @param parameters names of the parameters
 * @param steps names of the strategies that follow each other
 * @param warnings what was read in another way than somebody may expect, or means nothing
 */
public record DesignPreview(
        Optional<String> name,
        Optional<ExperimentId> id,
        boolean presented,
        List<String> parameters,
        List<String> steps,
        List<Problem> warnings) {
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
        return of(file, new AdaptiveProtocol(extensions));
    }

    static DesignPreview of(ExperimentFile file, AdaptiveProtocol protocol) {
        DesignReader.Checked checked = protocol.check(file);
        ExperimentDesign design = checked.design();
        return new DesignPreview(
                design.metadata().givenName(),
                design.metadata().experimentId().map(ExperimentId::new),
                protocol.presentation(design).isPresent(),
                design.space().names(),
                design.steps().stream().map(StepDesign::name).toList(),
                checked.warnings());
    }
}
