package org.aepsych.web.adaptive;

import org.aepsych.core.config.server.ClientRules;
import org.aepsych.web.door.DoorModule;

/** Binds AEPsych's messages over HTTP and WebSocket. */
public final class AepsychModule extends DoorModule {
    private final ClientRules rules;

    /**
     * Wires the doors.
     *
     * @param rules how their clients are treated
     */
    public AepsychModule(ClientRules rules) {
        this.rules = rules;
    }

    @Override
    protected void configure() {
        bind(ClientRules.class).toInstance(rules);
        bind(AepsychGate.class);
        bind(AepsychHandler.class);
        bind(AepsychSocket.class);
        open(AepsychRoutes.class);
    }
}
