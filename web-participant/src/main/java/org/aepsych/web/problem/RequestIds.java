package org.aepsych.web.problem;

import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.aepsych.core.secret.SecretSource;
import org.slf4j.MDC;

/** Gives every request an id that the log, the answer's header and error pages share. Thread-safe. */
public final class RequestIds {
    /** Name of the header, and of the logging context's entry. */
    public static final String HEADER = "X-Request-Id";

    private static final String ATTRIBUTE = "request";

    private final String start;
    private final AtomicLong count = new AtomicLong();

    /**
     * Starts counting.
     *
     * @param secrets tells this run of the program from others
     */
    @Inject
    public RequestIds(SecretSource secrets) {
        this.start = HexFormat.of().formatHex(secrets.draw(3));
    }

    /**
     * Numbers a request.
     *
     * @param context the exchange
     */
    public void assign(Context context) {
        String id = start + "-" + count.incrementAndGet();
        context.attribute(ATTRIBUTE, id);
        context.header(HEADER, id);
        MDC.put(ATTRIBUTE, id);
    }

    /** Ends the logging context of this thread's request. */
    public void release() {
        MDC.remove(ATTRIBUTE);
    }

    /**
     * Returns a request's id.
     *
     * @param context the exchange
     * @return the id, or a dash if it failed before it got one
     */
    public String of(Context context) {
        return Optional.ofNullable(context.<String>attribute(ATTRIBUTE)).orElse("-");
    }
}
