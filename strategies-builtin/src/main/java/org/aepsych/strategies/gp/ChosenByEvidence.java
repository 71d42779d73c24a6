package org.aepsych.strategies.gp;

import java.util.ArrayList;
import java.util.List;

/**
 * Several models, of which the one with the highest evidence speaks: the trials decide what is usually a matter of belief,
 * such as whether a participant guesses. Immutable.
 */
public final class ChosenByEvidence implements Model {
    private final List<GpModel> alternatives;
    private final double preference;
    private final int size;

    /**
     * A choice.
     *
     * @param alternatives at least one
     * @param preference by how much the logarithm of the evidence of another must be higher than that of the first, from 0;
     *     with equal evidence the earlier of the others is chosen
     */
    public ChosenByEvidence(List<GpModel> alternatives, double preference) {
        this.alternatives = List.copyOf(alternatives);
        this.preference = preference;
        size = 1 + this.alternatives.stream().mapToInt(Model::size).sum();
    }

    @Override
    public List<Double> fit(TrainingSet data) {
        List<List<Double>> fits = new ArrayList<>();
        for (GpModel model : alternatives) {
            fits.add(model.fit(data));
        }
        return chosen(data, fits);
    }

    @Override
    public List<Double> fit(TrainingSet data, List<Double> from) {
        List<List<Double>> fits = new ArrayList<>();
        for (int i = 0; i < alternatives.size(); i++) {
            fits.add(alternatives.get(i).fit(data, part(from, i)));
        }
        return chosen(data, fits);
    }

    @Override
    public List<Double> refit(TrainingSet data, List<Double> from) {
        List<List<Double>> fits = new ArrayList<>();
        for (int i = 0; i < alternatives.size(); i++) {
            fits.add(alternatives.get(i).refit(data, part(from, i)));
        }
        return chosen(data, fits);
    }

    @Override
    public Posterior posterior(TrainingSet data, List<Double> hyperparameters) {
        int choice = hyperparameters.get(0).intValue();
        return alternatives.get(choice).posterior(data, part(hyperparameters, choice));
    }

    @Override
    public int size() {
        return size;
    }

    private List<Double> chosen(TrainingSet data, List<List<Double>> fits) {
        int choice = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < fits.size(); i++) {
            double improbability = alternatives.get(i).improbability(data, fits.get(i)) - (i == 0 ? preference : 0);
            if (improbability < least) {
                least = improbability;
                choice = i;
            }
        }
        List<Double> all = new ArrayList<>(size);
        all.add((double) choice);
        fits.forEach(all::addAll);
        return List.copyOf(all);
    }

    private List<Double> part(List<Double> all, int model) {
        int from = 1;
        for (int i = 0; i < model; i++) {
            from += alternatives.get(i).size();
        }
        return all.subList(from, from + alternatives.get(model).size());
    }
}
