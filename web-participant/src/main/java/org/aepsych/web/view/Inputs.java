package org.aepsych.web.view;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.regex.Pattern;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.StreamId;

/** Reads what requests carry. */
public final class Inputs {
    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");

    private static final Pattern SMALL = Pattern.compile("[0-9]{1,9}");

    private Inputs() {}

    /**
     * Reads a field of a form.
     *
     * @param context the exchange
     * @param field its name
     * @return what was entered, with line feeds as line ends, where browsers send two characters; empty if the field is
     *     missing
     */
    public static String text(Context context, String field) {
        return Optional.ofNullable(context.formParam(field)).orElse("").replace("\r\n", "\n");
    }

    /**
     * Reads a parameter of the address.
     *
     * @param context the exchange
     * @param name its name
     * @return its value, empty if it is missing
     */
    public static String query(Context context, String name) {
        return Optional.ofNullable(context.queryParam(name)).orElse("");
    }

    /**
     * Reads a whole number from a form.
     *
     * @param context the exchange
     * @param field its name
     * @return the number
     * @throws AepsychException {@code INPUT_INVALID} if it is missing or not a whole number
     */
    public static int whole(Context context, String field) {
        return (int) number(field, text(context, field), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /**
     * Reads a whole number of 64 bit from a form.
     *
     * @param context the exchange
     * @param field its name
     * @return the number
     * @throws AepsychException {@code INPUT_INVALID} if it is missing or not a whole number
     */
    public static long longWhole(Context context, String field) {
        return number(field, text(context, field), Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /**
     * Reads the log that an address names.
     *
     * @param context the exchange; its route has a part {@code {stream}}
     * @return the log's number
     * @throws AepsychException {@code NOT_FOUND_HERE} if that cannot be one
     */
    public static StreamId stream(Context context) {
        return new StreamId(id(context, "stream"));
    }

    /**
     * Reads the experiment that an address names.
     *
     * @param context the exchange; its route has a part {@code {experiment}}
     * @return the id
     * @throws AepsychException {@code EXPERIMENT_NOT_FOUND} if that cannot be one
     */
    public static ExperimentId experiment(Context context) {
        try {
            return new ExperimentId(context.pathParam("experiment"));
        } catch (IllegalArgumentException e) {
            throw new AepsychException(StandardError.EXPERIMENT_NOT_FOUND, "There is no such experiment.", e);
        }
    }

    /**
     * Reads a whole number from a part of the address.
     *
     * @param context the exchange
     * @param part name of the part
     * @return the number, from 1
     * @throws AepsychException {@code NOT_FOUND_HERE} if it is not one
     */
    public static long id(Context context, String part) {
        String text = context.pathParam(part);
        if (!ID.matcher(text).matches()) {
            throw new AepsychException(StandardError.NOT_FOUND_HERE, "There is nothing at this address.");
        }
        return Long.parseLong(text);
    }

    /**
     * Reads a small whole number from a part of the address.
     *
     * @param context the exchange
     * @param part name of the part
     * @return the number, from 0
     * @throws AepsychException {@code NOT_FOUND_HERE} if it is not one
     */
    public static int pathNumber(Context context, String part) {
        String text = context.pathParam(part);
        if (!SMALL.matcher(text).matches()) {
            throw new AepsychException(StandardError.NOT_FOUND_HERE, "There is nothing at this address.");
        }
        return Integer.parseInt(text);
    }

    private static long number(String field, String text, long least, long most) {
        try {
            long number = Long.parseLong(text.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new AepsychException(StandardError.INPUT_INVALID, notWhole(field, text), e);
        }
        throw new AepsychException(StandardError.INPUT_INVALID, notWhole(field, text));
    }

    private static String notWhole(String field, String text) {
        return field + ": expected a whole number, but found \"" + text + "\"";
    }
}
