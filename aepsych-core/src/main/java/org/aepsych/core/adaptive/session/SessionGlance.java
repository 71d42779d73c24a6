package org.aepsych.core.adaptive.session;

/**
 * How a session stands, in short.
 *
 * @param step name of the step at work
 * @param trials how many there were
 * @param modelled how many observations strategies learned of, those of earlier sessions included
 * @param finished whether the last step is finished
 */
public record SessionGlance(String step, int trials, int modelled, boolean finished) {
    /**
     * Looks at a session.
     *
     * @param state as folded from its log
     * @return how it stands
     * @throws org.aepsych.api.AepsychException {@code LOG_TAMPERED} if it has not begun
     */
    public static SessionGlance of(AdaptiveState state) {
        Session session = state.session();
        return new SessionGlance(
                session.current().step().name(),
                session.trials().size(),
                session.observations().size() + session.current().seeds(),
                session.finished());
    }
}
