package org.aepsych.strategies.kernel;

/**
 * What a factory makes: the prior of a latent function.
 *
 * @param mean its mean
 * @param kernel its covariance
 */
public record LatentParts(MeanShape mean, KernelShape kernel) {}
