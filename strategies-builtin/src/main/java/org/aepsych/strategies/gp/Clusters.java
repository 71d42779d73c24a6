package org.aepsych.strategies.gp;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Clusters of trials by their places: k-means that begins from distant trials (D. Arthur and S. Vassilvitskii, k-means++: the
 * advantages of careful seeding, 2007). Centres are moved to the nearest trials, so that labels and whole numbers are such.
 */
final class Clusters {
    private static final int ROUNDS = 10;
    private static final long SEED = 20_070_107;

    private Clusters() {}

    /** Chooses at most so many trials, all if there are no more different ones. */
    static double[][] choose(TrainingSet data, int most) {
        double[][] places = distinct(data);
        if (places.length <= most) {
            return places;
        }
        double[][] centres = distant(places, most);
        for (int round = 0; round < ROUNDS; round++) {
            if (!moved(places, centres)) {
                break;
            }
        }
        double[][] chosen = new double[most][];
        Arrays.setAll(chosen, k -> places[nearest(centres[k], places)]);
        return distinct(chosen);
    }

    private static double[][] distinct(TrainingSet data) {
        double[][] all = new double[data.size()][];
        Arrays.setAll(all, data::x);
        return distinct(all);
    }

    private static double[][] distinct(double[][] places) {
        return Arrays.stream(places)
                .filter(place -> first(place, places) == place)
                .toArray(double[][]::new);
    }

    private static double[] first(double[] place, double[][] places) {
        return Arrays.stream(places)
                .filter(other -> Arrays.equals(other, place))
                .findFirst()
                .orElse(place);
    }

    /** Draws centres, each with a probability that grows with the square of the distance to those before. */
    private static double[][] distant(double[][] places, int count) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        double[][] centres = new double[count][];
        double[] square = new double[places.length];
        Arrays.fill(square, 1);
        for (int k = 0; k < count; k++) {
            centres[k] = places[drawn(square, random)].clone();
            for (int i = 0; i < places.length; i++) {
                double distance = squaredDistance(places[i], centres[k]);
                square[i] = k == 0 ? distance : Math.min(square[i], distance);
            }
        }
        return centres;
    }

    private static int drawn(double[] weights, RandomGenerator random) {
        double left = random.nextDouble() * Arrays.stream(weights).sum();
        int last = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                last = i;
                left -= weights[i];
                if (left <= 0) {
                    return i;
                }
            }
        }
        return last;
    }

    /** Moves centres into the middle of what is nearest to them; false if they stay. */
    private static boolean moved(double[][] places, double[][] centres) {
        double[][] sums = new double[centres.length][places[0].length];
        int[] counts = new int[centres.length];
        for (double[] place : places) {
            int k = nearest(place, centres);
            counts[k]++;
            for (int j = 0; j < place.length; j++) {
                sums[k][j] += place[j];
            }
        }
        boolean moved = false;
        for (int k = 0; k < centres.length; k++) {
            for (int j = 0; j < sums[k].length && counts[k] > 0; j++) {
                double middle = sums[k][j] / counts[k];
                moved |= middle != centres[k][j];
                centres[k][j] = middle;
            }
        }
        return moved;
    }

    private static int nearest(double[] place, double[][] others) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < others.length; k++) {
            double distance = squaredDistance(place, others[k]);
            if (distance < least) {
                least = distance;
                best = k;
            }
        }
        return best;
    }

    private static double squaredDistance(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += (a[j] - b[j]) * (a[j] - b[j]);
        }
        return sum;
    }
}
