package org.aepsych.storage.jdbc;

import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/** Makes JDBI keep bound values out of its error messages: they may be personal data or hashes, and end in logs. */
public final class DiscreetJdbi {
    private DiscreetJdbi() {}

    /**
     * Returns JDBI over connections.
     *
     * @param connections opens and closes them
     * @return with no plugins
     */
    public static Jdbi over(ConnectionFactory connections) {
        Jdbi jdbi = Jdbi.create(connections);
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        return jdbi;
    }
}
