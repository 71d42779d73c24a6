package org.aepsych.web.posterior;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aepsych.core.adaptive.posterior.PosteriorView;
import org.aepsych.web.chart.Scale;

/**
 * The form in which one chooses which part of a belief is shown.
 *
 * @param address where it is sent
 * @param selects choices of one of several
 * @param sliders values at which numbers are held
 * @param target the target sought, empty if there is none to choose
 */
public record PosteriorControls(String address, List<Select> selects, List<Slider> sliders, Optional<String> target) {
    /** Copies the lists. */
    public PosteriorControls {
        selects = List.copyOf(selects);
        sliders = List.copyOf(sliders);
    }

    /**
     * A choice of one of several.
     *
     * @param name of the field
     * @param label what it chooses
     * @param options the several
     */
    public record Select(String name, String label, List<Option> options) {
        /** Copies the list. */
        public Select {
            options = List.copyOf(options);
        }
    }

    /**
     * One of several.
     *
     * @param value as sent
     * @param label as shown
     * @param chosen whether it is the present one
     */
    public record Option(String value, String label, boolean chosen) {}

    /**
     * A number that is held.
     *
     * @param name of the field
     * @param label the parameter
     * @param lower least value
     * @param upper greatest value
     * @param step between values
     * @param value the present one
     * @param shown the same in few digits
     */
    public record Slider(
            String name, String label, String lower, String upper, String step, String value, String shown) {}

    /**
     * Offers what can be chosen about a belief.
     *
     * @param view what is shown
     * @param address where the form is sent
     * @return the form
     */
    public static PosteriorControls of(PosteriorView view, String address) {
        List<Select> selects = new ArrayList<>();
        if (view.choices().size() > 1) {
            String first = view.axes().get(0).name();
            selects.add(new Select(PosteriorInputs.HORIZONTAL, "Across", options(view.choices().stream(), first)));
            if (view.axes().get(0).labels().isEmpty()) {
                String second = view.axes().size() == 2 ? view.axes().get(1).name() : "";
                List<Option> options =
                        new ArrayList<>(options(view.choices().stream().filter(name -> !name.equals(first)), second));
                options.add(new Option("", "none: a curve", second.isEmpty()));
                selects.add(new Select(PosteriorInputs.VERTICAL, "Up", options));
            }
        }
        if (view.outcomes().size() > 1) {
            selects.add(
                    new Select(PosteriorInputs.OUTCOME, "Outcome", options(view.outcomes().stream(), view.outcome())));
        }
        List<Slider> sliders = new ArrayList<>();
        for (PosteriorView.Held held : view.held()) {
            if (held.choices().isEmpty()) {
                sliders.add(slider(held));
            } else {
                selects.add(new Select(
                        PosteriorInputs.HELD + held.name(),
                        held.name(),
                        options(held.choices().stream(), held.value())));
            }
        }
        return new PosteriorControls(address, selects, sliders, view.target().map(target -> Double.toString(target)));
    }

    /**
     * Tells whether there is anything to choose.
     *
     * @return false if all of the belief is shown anyway
     */
    public boolean any() {
        return !selects.isEmpty() || !sliders.isEmpty() || target.isPresent();
    }

    private static List<Option> options(Stream<String> names, String chosen) {
        return names.map(name -> new Option(name, name, name.equals(chosen))).toList();
    }

    private static Slider slider(PosteriorView.Held held) {
        return new Slider(
                PosteriorInputs.HELD + held.name(),
                held.name(),
                Double.toString(held.lower()),
                Double.toString(held.upper()),
                held.whole() ? "1" : "any",
                held.value(),
                Scale.shown(Double.parseDouble(held.value())));
    }
}
