package org.aepsych.web.export;

import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.core.export.Bundle;
import org.aepsych.core.export.ExportFormat;
import org.aepsych.core.export.ExportReport;
import org.aepsych.core.export.ExportRequest;
import org.aepsych.core.export.Exports;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends an experiment's tables as a ZIP archive, which is written while it is sent: it may be larger than the memory. */
public final class ExportDownload {
    private static final Logger LOG = LoggerFactory.getLogger(ExportDownload.class);

    private final Exports exports;

    /**
     * Prepares downloads.
     *
     * @param exports writes the tables
     */
    @Inject
    public ExportDownload(Exports exports) {
        this.exports = exports;
    }

    /**
     * Reads what is wanted.
     *
     * @param formats names of formats, one or several in each text; none for all
     * @param identifiers whether participants are named: {@code yes} or {@code true}
     * @param thresholds whether models are asked for thresholds, likewise
     * @return the request
     * @throws AepsychException {@code INPUT_INVALID} if there is no such format
     */
    public static ExportRequest request(List<String> formats, String identifiers, String thresholds) {
        Set<ExportFormat> wanted = EnumSet.noneOf(ExportFormat.class);
        formats.stream()
                .flatMap(text -> Stream.of(text.split(",", -1)))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .forEach(name -> wanted.add(format(name)));
        return new ExportRequest(
                wanted.isEmpty() ? EnumSet.allOf(ExportFormat.class) : wanted, isYes(identifiers), isYes(thresholds));
    }

    private static boolean isYes(String text) {
        return text.equals("yes") || text.equals("true");
    }

    private static ExportFormat format(String name) {
        return Stream.of(ExportFormat.values())
                .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new AepsychException(
                        StandardError.INPUT_INVALID,
                        "format: expected csv, jsonl or parquet, but found \"" + name + "\""));
    }

    /**
     * Sends an experiment.
     *
     * @param context the exchange
     * @param experiment one that exists
     * @param request what is wanted
     */
    public void send(Context context, ExperimentId experiment, ExportRequest request) {
        String name = experiment.value().replaceAll("[^A-Za-z0-9._-]", "_");
        context.contentType("application/zip")
                .header("Content-Disposition", "attachment; filename=\"" + name + ".zip\"");
        try {
            Bundle zip = Bundle.zip(context.outputStream());
            ExportReport written = exports.write(experiment, request, zip, (file, rows) -> {});
            // Only now: what broke off has no end, and does not open as if it were whole.
            zip.close();
            LOG.debug("exported {}: {} rows", experiment, written.rows());
        } catch (IOException e) {
            LOG.info("the export of {} was given up by who asked for it", experiment);
        }
    }
}
