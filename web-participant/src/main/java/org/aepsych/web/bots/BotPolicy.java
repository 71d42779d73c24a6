package org.aepsych.web.bots;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** How a simulated participant mixes its strategies. */
public enum BotPolicy {
    /** All weight on the first strategy. */
    FIRST {
        @Override
        public List<String> weights(int strategies, RandomGenerator random) {
            List<String> weights = new ArrayList<>(Collections.nCopies(strategies, "0"));
            weights.set(0, "1");
            return weights;
        }
    },
    /** The same weight on every strategy. */
    UNIFORM {
        @Override
        public List<String> weights(int strategies, RandomGenerator random) {
            return Collections.nCopies(strategies, "1/" + strategies);
        }
    },
    /** Whole percentages, drawn by cutting 100 at random places. */
    RANDOM {
        @Override
        public List<String> weights(int strategies, RandomGenerator random) {
            List<Integer> cuts = new ArrayList<>(List.of(0, WHOLE));
            for (int i = 1; i < strategies; i++) {
                cuts.add(random.nextInt(WHOLE + 1));
            }
            Collections.sort(cuts);
            List<String> weights = new ArrayList<>();
            for (int i = 0; i < strategies; i++) {
                weights.add((cuts.get(i + 1) - cuts.get(i)) + "/" + WHOLE);
            }
            return weights;
        }
    };

    private static final int WHOLE = 100;

    /**
     * Draws a mixture.
     *
     * @param strategies how many there are, from 1
     * @param random chance, used by {@link #RANDOM} only
     * @return one rational number for each strategy, at least 0, which sum to exactly 1
     */
    public abstract List<String> weights(int strategies, RandomGenerator random);

    /** Returns the name as the command line has it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
