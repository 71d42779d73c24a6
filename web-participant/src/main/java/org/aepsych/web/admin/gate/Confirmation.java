package org.aepsych.web.admin.gate;

import io.javalin.http.Context;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.web.view.Inputs;

/** Makes sure that what cannot be undone is meant. */
public final class Confirmation {
    private Confirmation() {}

    /**
     * Refuses a form whose box was not ticked.
     *
     * @param context the exchange
     * @param what would happen, for the message
     * @throws AepsychException {@code INPUT_INVALID} if the box was not ticked
     */
    public static void require(Context context, String what) {
        if (!Inputs.text(context, "confirmed").equals("yes")) {
            throw new AepsychException(StandardError.INPUT_INVALID, "Tick the box to confirm that " + what + ".");
        }
    }
}
