package org.aepsych.strategies.prior;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * All hyper-parameters of a model, in the order of their coordinates. The parts of a model add their own while it is
 * made, and remember the places; afterwards it does not change.
 */
public final class Hyperparameters {
    private final List<Hyperparameter> list = new ArrayList<>();
    private final List<JointPrior> joint = new ArrayList<>();

    /** None so far. */
    public Hyperparameters() {}

    /**
     * Adds one.
     *
     * @param parameter the hyper-parameter
     * @return its place
     */
    public int add(Hyperparameter parameter) {
        list.add(parameter);
        return list.size() - 1;
    }

    /**
     * Adds what is believed about several together, beside what is believed about each.
     *
     * @param prior the belief
     */
    public void believe(JointPrior prior) {
        joint.add(prior);
    }

    /**
     * Returns the hyper-parameters.
     *
     * @return in order
     */
    public List<Hyperparameter> list() {
        return Collections.unmodifiableList(list);
    }

    /**
     * Returns their number.
     *
     * @return from 0
     */
    public int size() {
        return list.size();
    }

    /**
     * Returns a value.
     *
     * @param index place
     * @param coordinates of all
     * @return the value
     */
    public double value(int index, double[] coordinates) {
        return list.get(index).value(coordinates[index]);
    }

    /**
     * Returns where fits begin.
     *
     * @return one coordinate each
     */
    public double[] start() {
        return coordinates(Hyperparameter::start);
    }

    /**
     * Returns the lowest coordinates.
     *
     * @return one each
     */
    public double[] lower() {
        return coordinates(Hyperparameter::lower);
    }

    /**
     * Returns the highest coordinates.
     *
     * @return one each
     */
    public double[] upper() {
        return coordinates(Hyperparameter::upper);
    }

    /**
     * Returns the logarithm of the prior density of all, up to a constant, and adds its gradient to another.
     *
     * @param coordinates of all
     * @param gradient to which it is added
     * @return ln p
     */
    public double logDensity(double[] coordinates, double[] gradient) {
        double sum = 0;
        for (int i = 0; i < list.size(); i++) {
            sum += list.get(i).logDensity(coordinates[i]);
            gradient[i] += list.get(i).slope(coordinates[i]);
        }
        for (JointPrior prior : joint) {
            sum += prior.logDensity(coordinates, gradient);
        }
        return sum;
    }

    private double[] coordinates(java.util.function.ToDoubleFunction<Hyperparameter> value) {
        return list.stream()
                .mapToDouble(parameter -> parameter.coordinate(value.applyAsDouble(parameter)))
                .toArray();
    }
}
