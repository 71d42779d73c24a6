package org.aepsych.strategies.kernel;

/** How smooth latent functions are. */
public enum Smoothness {
    /** Infinitely often differentiable. */
    SQUARED_EXPONENTIAL(Radial.Profile.SQUARED_EXPONENTIAL),
    /** Twice differentiable. */
    MATERN(Radial.Profile.MATERN);

    private final Radial.Profile profile;

    Smoothness(Radial.Profile profile) {
        this.profile = profile;
    }

    Radial.Profile profile() {
        return profile;
    }
}
