package org.aepsych.strategies.gp;

/** Sites with the factorisation of B = J + DKD = UᵀJU that goes with them, D = |S|½ being the roots of the precisions. */
interface FactoredSites {
    /** Returns the places of the sites in the factorisation. */
    int[] order();

    /** Returns how many sites, the first ones in that order, have no negative precision. */
    int positive();

    /** Returns α, in the order of the trials. */
    double[] alpha();

    /** Returns D, in the order of the factorisation. */
    double[] roots();

    /** Returns U. */
    double[] factor();
}
