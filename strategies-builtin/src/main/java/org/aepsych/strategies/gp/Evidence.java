package org.aepsych.strategies.gp;

import org.aepsych.strategies.math.Objective;

/** How improbable hyper-parameters are after some trials: minus the logarithms of evidence and prior. */
final class Evidence implements Objective {
    private final TrainingSet data;
    private final HyperPrior prior;
    private final double tolerance;
    private final ExpectationPropagation sites;

    Evidence(TrainingSet data, HyperPrior prior, double tolerance) {
        this.data = data;
        this.prior = prior;
        this.tolerance = tolerance;
        sites = new ExpectationPropagation(data);
    }

    @Override
    public double at(double[] x, double[] gradient) {
        Hyperparameters hyperparameters = Hyperparameters.of(x);
        sites.run(new RbfKernel(hyperparameters, data.nominal()), hyperparameters.mean(), tolerance);
        sites.gradient(hyperparameters, gradient);
        double sum = sites.logEvidence() + prior.logDensity(x, gradient);
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = -gradient[i];
        }
        return -sum;
    }
}
