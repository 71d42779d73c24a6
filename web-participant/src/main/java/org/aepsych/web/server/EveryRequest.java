package org.aepsych.web.server;

import io.javalin.config.RequestLoggerConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.web.language.Languages;
import org.aepsych.web.problem.ProblemMapper;
import org.aepsych.web.problem.RequestIds;
import org.aepsych.web.security.SecurityHeaders;
import org.aepsych.web.security.TooManyRequestsException;
import org.aepsych.web.security.Visitors;
import org.aepsych.web.security.WebSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What holds for every request, whichever door it comes through: its number, its headers, and what a failure says. */
final class EveryRequest {
    private static final Logger LOG = LoggerFactory.getLogger(EveryRequest.class);
    private static final String MULTIPART = "multipart/";

    private final RequestIds requests;
    private final SecurityHeaders headers;
    private final ProblemMapper problems;
    private final WebSettings settings;
    private final Visitors visitors;

    @Inject
    EveryRequest(
            RequestIds requests,
            SecurityHeaders headers,
            ProblemMapper problems,
            WebSettings settings,
            Visitors visitors) {
        this.requests = requests;
        this.headers = headers;
        this.problems = problems;
        this.settings = settings;
        this.visitors = visitors;
    }

    /** Addresses hold secrets, such as links that log in: what is logged is the route, not what was asked for. */
    void log(RequestLoggerConfig loggers) {
        if (settings.logsRequests()) {
            loggers.http((context, milliseconds) -> LOG.atInfo()
                    .addKeyValue("request", requests.of(context))
                    .addKeyValue("method", context.method())
                    .addKeyValue("route", context.endpoint().path)
                    .addKeyValue("status", context.statusCode())
                    .addKeyValue("milliseconds", Math.round(milliseconds))
                    .addKeyValue("address", visitors.address(context))
                    .log("answered"));
        }
    }

    void begin(RoutesConfig routes) {
        routes.before(context -> {
            requests.assign(context);
            headers.apply(context);
            Languages.remember(context);
            limitUpload(context);
        });
    }

    /** A form with files says how large it is, as browsers do, so nothing has to be read of one that is too large. */
    private static void limitUpload(Context context) {
        String type = Optional.ofNullable(context.contentType()).orElse("");
        if (type.regionMatches(true, 0, MULTIPART, 0, MULTIPART.length())) {
            long length = context.req().getContentLengthLong();
            if (length < 0 || length > WebServer.LARGEST_REQUEST) {
                throw new ContentTooLargeResponse();
            }
        }
    }

    void end(RoutesConfig routes) {
        routes.after(context -> requests.release());
        routes.exception(AepsychException.class, problems::refuse);
        routes.exception(TooManyRequestsException.class, problems::slowDown);
        routes.exception(HttpResponseException.class, problems::refuse);
        // The parts of a form with files cannot be told apart.
        routes.exception(
                ServletException.class, (broken, context) -> problems.refuse(new BadRequestResponse(), context));
        routes.exception(Exception.class, problems::fail);
    }
}
