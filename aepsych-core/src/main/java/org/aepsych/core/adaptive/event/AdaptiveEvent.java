package org.aepsych.core.adaptive.event;

import java.util.Map;
import java.util.Optional;
import org.aepsych.api.space.Value;
import org.aepsych.api.strategy.Proposal;
import org.aepsych.core.json.Json;

/** What happens in a session of an adaptive experiment. Each event holds the request as the client sent it. */
public sealed interface AdaptiveEvent {
    /**
     * Returns what the client sent.
     *
     * @return the whole request: type, message, and whatever else it had
     */
    Json.Obj request();

    /**
     * The session began ({@code setup}).
     *
     * @param request what the client sent
     * @param config the experiment file's text
     * @param seed all randomness of the session follows from it
     * @param experimentId experiment that the session belongs to
     * @param participantId who takes part
     * @param warmStart what the strategies know of earlier sessions
     * @param origin the other program's session that this is a record of; empty if it took place here
     */
    record Setup(
            Json.Obj request,
            String config,
            long seed,
            String experimentId,
            String participantId,
            WarmStart warmStart,
            Optional<Origin> origin)
            implements AdaptiveEvent {}

    /**
     * Presentations were proposed ({@code ask}).
     *
     * @param request what the client sent
     * @param step 0-based step of the sequence that proposed them; larger than before if the ask moved on
     * @param round 0-based number of this ask within the session
     * @param points how many were asked for, from 0
     * @param fixed values at which parameters were held
     * @param proposal what the strategy answered
     * @param finished whether the whole sequence was finished with this answer
     * @param foreign whether another program proposed them; then they are those that outcomes were reported of
     */
    record Ask(
            Json.Obj request,
            int step,
            int round,
            int points,
            Map<String, Value> fixed,
            Proposal proposal,
            boolean finished,
            boolean foreign)
            implements AdaptiveEvent {
        /** Copies the map. */
        public Ask {
            fixed = Map.copyOf(fixed);
        }

        /**
         * Returns the same for another request.
         *
         * @param other what the client sent
         * @return a copy
         */
        public Ask requestedBy(Json.Obj other) {
            return new Ask(other, step, round, points, fixed, proposal, finished, foreign);
        }
    }

    /**
     * Outcomes were reported ({@code tell}).
     *
     * @param request what the client sent, with the presentations and their outcomes
     */
    record Tell(Json.Obj request) implements AdaptiveEvent {}

    /**
     * A step was declared finished ({@code finish_strategy}).
     *
     * @param request what the client sent
     * @param step 0-based step of the sequence
     */
    record FinishStrategy(Json.Obj request, int step) implements AdaptiveEvent {}

    /**
     * The model was asked ({@code query}).
     *
     * @param request what the client sent
     * @param answer what it was told
     */
    record Query(Json.Obj request, Json.Obj answer) implements AdaptiveEvent {}

    /**
     * A client came back to the session ({@code resume}).
     *
     * @param request what the client sent
     */
    record Resume(Json.Obj request) implements AdaptiveEvent {}

    /**
     * The client ended the session ({@code exit}); it can still be resumed.
     *
     * @param request what the client sent
     */
    record Exit(Json.Obj request) implements AdaptiveEvent {}

    /**
     * A message that changes nothing was received ({@code parameters}, or of an imported session any question).
     *
     * @param type what was asked
     * @param request what the client sent
     */
    record Noted(String type, Json.Obj request) implements AdaptiveEvent {}

    /**
     * The session went its own way from here: everything before is the record of another one ({@code fork}).
     *
     * @param request what was wished
     * @param source the other session's log as far as both have it
     */
    record Fork(Json.Obj request, LogPosition source) implements AdaptiveEvent {}
}
