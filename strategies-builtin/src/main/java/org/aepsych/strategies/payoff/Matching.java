package org.aepsych.strategies.payoff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.game.Role;
import org.aepsych.api.payoff.RoundResult.Place;

/**
 * Who meets whom in a round. Groups are made of all who were to play, so that a group does not change because somebody of
 * another one has not played. The same places and the same round give the same groups.
 */
@FunctionalInterface
interface Matching {
    /**
     * Makes groups.
     *
     * @param byRole who was to play, by role, each by participant
     * @param round from 0
     * @return everybody in exactly one group; a group may lack a role
     */
    List<List<ParticipantId>> groups(List<List<ParticipantId>> byRole, int round);

    /** The first of each role together, the second of each role, and so on: in every round the same. */
    static Matching fixedPairs() {
        return (byRole, round) -> turned(byRole, 0);
    }

    /** As fixed pairs, but in every round each role moves on by one place more than the role before it. */
    static Matching roundRobin() {
        return Matching::turned;
    }

    /** Partners are drawn anew in each round. */
    static Matching randomPairs(long seed) {
        return (byRole, round) -> {
            List<List<ParticipantId>> shuffled = new ArrayList<>();
            for (List<ParticipantId> role : byRole) {
                shuffled.add(role.stream()
                        .sorted(Comparator.comparingLong((ParticipantId id) -> drawn(seed, round, id))
                                .thenComparing(Comparator.naturalOrder()))
                        .toList());
            }
            return turned(shuffled, 0);
        };
    }

    /** So many of each role together, in every round the same; who is left over joins the last group. */
    static Matching fixedGroups(int size) {
        return (byRole, round) -> {
            int fewest = byRole.stream().mapToInt(List::size).min().orElse(0);
            int count = Math.max(1, fewest / size);
            List<List<ParticipantId>> groups = new ArrayList<>();
            for (int group = 0; group < count; group++) {
                List<ParticipantId> members = new ArrayList<>();
                for (List<ParticipantId> role : byRole) {
                    int from = Math.min(group * size, role.size());
                    int to = group == count - 1 ? role.size() : Math.min(from + size, role.size());
                    members.addAll(role.subList(from, to));
                }
                groups.add(members);
            }
            return groups;
        };
    }

    /** Sorts places by role. */
    static List<List<ParticipantId>> byRole(List<Place> places, int roles) {
        List<List<ParticipantId>> sorted = new ArrayList<>();
        for (int number = 0; number < roles; number++) {
            Role role = new Role(number);
            sorted.add(places.stream()
                    .filter(place -> place.role().equals(role))
                    .map(Place::participant)
                    .sorted()
                    .toList());
        }
        return sorted;
    }

    private static List<List<ParticipantId>> turned(List<List<ParticipantId>> byRole, int round) {
        int most = byRole.stream().mapToInt(List::size).max().orElse(0);
        List<List<ParticipantId>> groups = new ArrayList<>();
        for (int place = 0; place < most; place++) {
            List<ParticipantId> group = new ArrayList<>();
            for (int role = 0; role < byRole.size(); role++) {
                int turn = (int) ((place + (long) round * role) % most);
                if (turn < byRole.get(role).size()) {
                    group.add(byRole.get(role).get(turn));
                }
            }
            groups.add(group);
        }
        return groups;
    }

    /** Returns a number that belongs to a participant and a round, whoever else there is. */
    private static long drawn(long seed, int round, ParticipantId participant) {
        long ofRound = new SplittableRandom(seed + round).nextLong();
        return new SplittableRandom(ofRound + participant.value()).nextLong();
    }
}
