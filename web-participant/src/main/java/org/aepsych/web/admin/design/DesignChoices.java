package org.aepsych.web.admin.design;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.presentation.Presenter;
import org.aepsych.api.strategy.StrategyFactory;
import org.aepsych.core.plugin.Extensions;

/**
 * What can be chosen in the form of an adaptive experiment.
 *
 * @param generators names of strategies, each with what it is for
 * @param models names of models
 * @param acquisitions names of acquisition functions
 * @param presenters what can present stimuli
 */
public record DesignChoices(
        List<Choice> generators, List<String> models, List<String> acquisitions, List<Shown> presenters) {
    private static final String REFERENCE = "reference_";

    /** Copies the lists. */
    public DesignChoices {
        generators = List.copyOf(generators);
        models = List.copyOf(models);
        acquisitions = List.copyOf(acquisitions);
        presenters = List.copyOf(presenters);
    }

    /**
     * Something to choose.
     *
     * @param name as files write it
     * @param help what it is for
     */
    public record Choice(String name, String help) {}

    /**
     * Something that presents stimuli.
     *
     * @param name as files write it
     * @param title for people
     * @param properties what a stimulus has
     */
    public record Shown(String name, String title, List<Property> properties) {
        /** Copies the list. */
        public Shown {
            properties = List.copyOf(properties);
        }
    }

    /**
     * A property of a stimulus.
     *
     * @param field name of its field
     * @param reference name of the field for what stands beside the stimulus
     * @param name as files write it
     * @param help what it is
     * @param fallback what holds if nothing is entered, empty if something has to be
     */
    public record Property(String field, String reference, String name, String help, String fallback) {}

    static DesignChoices of(Extensions extensions) {
        return new DesignChoices(
                extensions.strategies().stream().map(DesignChoices::choice).toList(),
                names(extensions, "model"),
                names(extensions, "acqf"),
                extensions.presenters().stream().map(DesignChoices::shown).toList());
    }

    /** AEPsych's name where there is one: most files have it. */
    private static Choice choice(StrategyFactory factory) {
        String name = factory.aliases().stream()
                .filter(alias -> !alias.equals("AutoGenerator"))
                .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .orElse(factory.name());
        return new Choice(name, factory.description());
    }

    private static List<String> names(Extensions extensions, String option) {
        Set<String> names = new LinkedHashSet<>();
        extensions.strategies().forEach(factory -> names.addAll(factory.choices(option)));
        return List.copyOf(names);
    }

    private static Shown shown(Presenter presenter) {
        String prefix = "property_" + presenter.name() + "_";
        List<Property> properties = new ArrayList<>();
        for (ConfigOption<?> option : presenter.properties().options()) {
            properties.add(new Property(
                    prefix + option.key(),
                    prefix + REFERENCE + option.key(),
                    option.key(),
                    option.help(),
                    option.fallback().map(DesignChoices::text).orElse("")));
        }
        return new Shown(presenter.name(), title(presenter.name()), properties);
    }

    private static String text(Object value) {
        return String.valueOf(value).replaceAll("\\.0$", "");
    }

    private static String title(String name) {
        return switch (name) {
            case "text" -> "Text: a word, a number, a sentence";
            case "image" -> "Pictures from the experiment’s folder";
            case "gabor" -> "Gabor patches or gratings";
            case "tone" -> "Tones";
            case "offer" -> "Offers: an amount of money, now or later";
            default -> name;
        };
    }

    /**
     * Returns the tasks that participants may have.
     *
     * @return as files write them, each with what it is
     */
    public List<Choice> tasks() {
        return List.of(
                new Choice("yes_no", "One stimulus: yes or no"),
                new Choice("two_interval", "Two intervals: which one had the stimulus?"),
                new Choice("two_alternative", "Two places: which one has the stimulus?"),
                new Choice("choice", "The stimulus or a reference: which one do you choose?"),
                new Choice("preference", "Two stimuli of the strategy: which one do you prefer?"),
                new Choice("rating", "One stimulus, rated on a scale"));
    }
}
