package org.aepsych.web.problem;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import jakarta.inject.Inject;
import java.util.List;
import org.aepsych.api.AepsychException;
import org.aepsych.api.ErrorKind;
import org.aepsych.api.StandardError;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.config.Problem;
import org.aepsych.web.language.Language;
import org.aepsych.web.language.Languages;
import org.aepsych.web.language.Texts;
import org.aepsych.web.security.TooManyRequestsException;
import org.aepsych.web.view.Frame;
import org.aepsych.web.view.Json;
import org.aepsych.web.view.Pages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns errors into answers: the only place that knows both {@link ErrorKind} and HTTP. Programs get
 * {@code application/problem+json} (RFC 9457), browsers a page; neither learns anything of the inside.
 */
public final class ProblemMapper {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);
    private static final String RETRY_SECONDS = "2";
    private static final int FIRST_SERVER_ERROR = 500;

    private final Pages pages;
    private final Json json;
    private final RequestIds requests;

    /**
     * Prepares the answers.
     *
     * @param pages for browsers
     * @param json for programs
     * @param requests what the log calls a request
     */
    @Inject
    public ProblemMapper(Pages pages, Json json, RequestIds requests) {
        this.pages = pages;
        this.json = json;
        this.requests = requests;
    }

    /**
     * Returns the HTTP status of an error.
     *
     * @param kind who can put it right
     * @return 401 to 503
     */
    public static int status(ErrorKind kind) {
        return switch (kind) {
            case INVALID_INPUT, CONFIGURATION -> 422;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case UNAVAILABLE -> 503;
            case PLUGIN, INTERNAL -> 500;
        };
    }

    /**
     * Answers with an error of ours.
     *
     * @param error what happened
     * @param context the exchange
     */
    public void refuse(AepsychException error, Context context) {
        int status = status(error.code().kind());
        if (error.code().kind() == ErrorKind.UNAVAILABLE) {
            context.header("Retry-After", RETRY_SECONDS);
        }
        if (status >= FIRST_SERVER_ERROR) {
            LOG.error("request {} {} failed", context.method(), context.path(), error);
            answer(context, status, error.code().name(), inside(status, texts(context)), List.of());
        } else {
            LOG.debug("request {} {} refused: {}", context.method(), context.path(), error.code());
            if (error instanceof ConfigException refused) {
                List<String> problems =
                        refused.problems().stream().map(Problem::toString).toList();
                answer(context, status, error.code().name(), "The definition cannot be used as it stands.", problems);
            } else {
                answer(context, status, error.code().name(), sentence(error, context), List.of());
            }
        }
    }

    /**
     * Answers somebody who tries too often.
     *
     * @param error how long to wait
     * @param context the exchange
     */
    public void slowDown(TooManyRequestsException error, Context context) {
        long seconds = Math.max(1, error.waitingTime().toSeconds());
        context.header("Retry-After", Long.toString(seconds));
        answer(context, 429, "TOO_MANY_REQUESTS", texts(context).count("problem.text.429", seconds), List.of());
    }

    /**
     * Answers with an error that the server found, such as an address without a page.
     *
     * @param error what happened
     * @param context the exchange
     */
    public void refuse(HttpResponseException error, Context context) {
        answer(
                context,
                error.getStatus(),
                "HTTP_" + error.getStatus(),
                plain(error.getStatus(), texts(context)),
                List.of());
    }

    /**
     * Answers with a fault of ours.
     *
     * @param error what happened
     * @param context the exchange
     */
    public void fail(Exception error, Context context) {
        LOG.error("request {} {} failed", context.method(), context.path(), error);
        answer(
                context,
                FIRST_SERVER_ERROR,
                StandardError.INTERNAL_ERROR.name(),
                inside(FIRST_SERVER_ERROR, texts(context)),
                List.of());
    }

    private void answer(Context context, int status, String code, String message, List<String> problems) {
        String request = requests.of(context);
        Texts texts = texts(context);
        String heading = heading(status, texts);
        if (context.path().startsWith("/api/")) {
            ProblemDocument document =
                    new ProblemDocument("about:blank", heading, status, message, code, problems, request);
            context.status(status).contentType("application/problem+json").result(json.write(document));
        } else {
            Frame frame = Frame.open(heading, texts);
            pages.send(context, status, "problem", new ProblemPage(frame, status, heading, message, problems, request));
        }
    }

    /** Programs are told exactly what is wrong; people what the catalogue says about it in their language. */
    private static String sentence(AepsychException error, Context context) {
        String own = error.getMessage();
        return context.path().startsWith("/api/") && own != null
                ? own
                : texts(context).error(error);
    }

    /** Programs and administrators are answered in English. */
    private static Texts texts(Context context) {
        boolean english = context.path().startsWith("/api/") || context.path().startsWith("/admin");
        return english ? Texts.in(Language.ENGLISH) : Languages.texts(context);
    }

    private static String heading(int status, Texts texts) {
        return switch (status) {
            case 401 -> texts.of("problem.401");
            case 403 -> texts.of("problem.403");
            case 404 -> texts.of("problem.404");
            case 405 -> texts.of("problem.405");
            case 409 -> texts.of("problem.409");
            case 413 -> texts.of("problem.413");
            case 422 -> texts.of("problem.422");
            case 429 -> texts.of("problem.429");
            case 503 -> texts.of("problem.503");
            default -> texts.of(status >= FIRST_SERVER_ERROR ? "problem.500" : "problem.other");
        };
    }

    private static String plain(int status, Texts texts) {
        return switch (status) {
            case 404 -> texts.of("problem.text.404");
            case 405 -> texts.of("problem.text.405");
            case 413 -> texts.of("problem.text.413");
            default -> texts.of("problem.text.other");
        };
    }

    private static String inside(int status, Texts texts) {
        return texts.of(status == 503 ? "problem.text.503" : "problem.text.500");
    }
}
