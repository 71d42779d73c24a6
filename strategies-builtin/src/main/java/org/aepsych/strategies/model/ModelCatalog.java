package org.aepsych.strategies.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.config.Problem;
import org.aepsych.api.strategy.OutcomeType;
import org.aepsych.api.strategy.StrategyContext;
import org.aepsych.strategies.gp.Model;
import org.aepsych.strategies.kernel.PriorSet;
import org.aepsych.strategies.option.Catalog;
import org.aepsych.strategies.option.Part;
import org.aepsych.strategies.outcome.Link;

/** The models of responses, under AEPsych's names, with their options. */
public final class ModelCatalog {
    private static final Catalog<Kind> KINDS = new Catalog<>("model", kinds());

    private ModelCatalog() {}

    /**
     * Makes the model of a strategy.
     *
     * @param context of the strategy
     * @param option the option that names the model, or a section about it
     * @return the model, with the options of its section
     * @throws ConfigException if there is none of that name, an option is unusable, or the model is not for such an
     *     experiment
     */
    public static ChosenModel create(StrategyContext context, ConfigOption<String> option) {
        String name = context.config().get(option);
        Part part = Part.named(context, name);
        String section = context.config().name();
        Kind kind = KINDS.get(part.className(), section, option.key());
        if (context.outcomeTypes().size() != 1) {
            throw refused(
                    section,
                    option,
                    name + " is a model of one outcome, but outcome_types is " + context.outcomeTypes());
        }
        kind.require(context, context.outcomeTypes().get(0), section, option, name);
        return new ChosenModel(name, List.of(kind.maker.make(ModelSpace.of(context), part.options())));
    }

    private static Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        kinds.put("GPClassificationModel", new Kind(OutcomeType.BINARY, 1, ModelCatalog::classification));
        kinds.put("PairwiseProbitModel", new Kind(OutcomeType.BINARY, 2, ModelCatalog::pairwise));
        return kinds;
    }

    private static Model classification(ModelSpace space, ConfigSection options) {
        return Models.classification(space.stimulus(), PriorSet.standard(), Link.probit(0));
    }

    private static Model pairwise(ModelSpace space, ConfigSection options) {
        return Models.comparison(space.stimulus(), PriorSet.standard());
    }

    private static ConfigException refused(String section, ConfigOption<?> option, String message) {
        return new ConfigException(Problem.of(section, option.key(), message));
    }

    private interface Maker {
        Model make(ModelSpace space, ConfigSection options);
    }

    private record Kind(OutcomeType outcome, int stimuli, Maker maker) {
        void require(StrategyContext context, OutcomeType type, String section, ConfigOption<?> option, String name) {
            if (context.stimuliPerTrial() != stimuli) {
                throw refused(
                        section,
                        option,
                        name + " is a model of " + (stimuli == 1 ? "single stimuli" : "comparisons of two stimuli")
                                + ", but stimuli_per_trial is " + context.stimuliPerTrial());
            }
            if (type != outcome) {
                throw refused(
                        section, option, name + " is a model of " + outcome + " outcomes, but the outcome is " + type);
            }
        }
    }
}
