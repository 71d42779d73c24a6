package org.aepsych.strategies.gp;

import org.aepsych.strategies.math.Objective;
import org.aepsych.strategies.prior.Hyperparameters;

/** How improbable hyper-parameters are after some trials: minus the logarithms of evidence and prior. */
final class Evidence implements Objective {
    private final LatentShape shape;
    private final Hyperparameters hyperparameters;
    private final TrainingSet data;
    private final double tolerance;
    private final Sites sites;

    Evidence(LatentShape shape, Hyperparameters hyperparameters, TrainingSet data, double tolerance) {
        this(shape, hyperparameters, data, tolerance, Inference.EXPECTATION_PROPAGATION);
    }

    Evidence(
            LatentShape shape,
            Hyperparameters hyperparameters,
            TrainingSet data,
            double tolerance,
            Inference inference) {
        this.shape = shape;
        this.hyperparameters = hyperparameters;
        this.data = data;
        this.tolerance = tolerance;
        sites = inference.sites(data, shape.at(data, hyperparameters.start()));
    }

    @Override
    public double at(double[] x, double[] gradient) {
        sites.condition(shape.at(data, x));
        sites.run(tolerance);
        sites.gradient(gradient);
        double sum = sites.logEvidence() + hyperparameters.logDensity(x, gradient);
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = -gradient[i];
        }
        return -sum;
    }
}
