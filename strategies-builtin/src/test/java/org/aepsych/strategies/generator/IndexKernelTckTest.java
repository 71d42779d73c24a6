package org.aepsych.strategies.generator;

import org.aepsych.api.strategy.StrategyFactory;
import org.aepsych.tck.StrategyTck;
import org.aepsych.tck.TckContext;

/** Models whose choices have a covariance matrix, within a budget of steps, keep every promise, too. */
class IndexKernelTckTest extends StrategyTck {
    @Override
    protected StrategyFactory factory() {
        return new OptimizeAcqfFactory();
    }

    @Override
    protected TckContext context(int stimuliPerTrial) {
        return super.context(stimuliPerTrial)
                .withOption("samps", "64")
                .withOption("restarts", "2")
                .withOption("query_set_size", "32")
                .withOption("max_fit_time", "0.05")
                .withOption("mean_covar_factory", "MixedMeanCovarFactory")
                .withOption("MixedMeanCovarFactory", "discrete_kernel", "index");
    }
}
