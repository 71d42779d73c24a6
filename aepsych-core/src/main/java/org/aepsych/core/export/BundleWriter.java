package org.aepsych.core.export;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.storage.StreamStore.OpenedStream;
import org.aepsych.core.export.ExportReport.ExportedFile;
import org.jspecify.annotations.Nullable;

/** Writes tables and what explains them, one file after another. */
final class BundleWriter {
    private static final int TELL_EVERY = 10_000;

    private final ExportSource source;
    private final List<OpenedStream> streams;
    private final ExportRequest request;
    private final Bundle bundle;
    private final ExportProgress progress;
    private final List<ExportedFile> files = new ArrayList<>();

    BundleWriter(
            ExportSource source,
            List<OpenedStream> streams,
            ExportRequest request,
            Bundle bundle,
            ExportProgress progress) {
        this.source = source;
        this.streams = streams;
        this.request = request;
        this.bundle = bundle;
        this.progress = progress;
    }

    ExportReport write(List<ExportTable> tables) {
        String study = streams.get(0).header().experimentId().value();
        try {
            for (ExportFormat format : ExportFormat.values()) {
                if (request.formats().contains(format)) {
                    for (ExportTable table : tables) {
                        table(format, table, format.file(study, table.name()));
                    }
                }
            }
            BundleText text = new BundleText(streams, tables, request);
            text("README.md", text.readme());
            text("data_dictionary.csv", text.dictionary());
            text("dataset_description.json", text.description());
            ExportReport report = new ExportReport(files);
            text("manifest.json", text.manifest(source.storage(), report));
            return report;
        } catch (IOException | UncheckedIOException e) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID, "the export cannot be written: " + e.getMessage(), e);
        }
    }

    private void table(ExportFormat format, ExportTable table, String name) throws IOException {
        try (Measured out = new Measured(bundle.file(name))) {
            Written rows;
            try (TableSink sink = TableSink.open(format, table, out)) {
                rows = new Written(sink, name);
                table.rows().forEach(rows);
            }
            progress.written(name, rows.count);
            files.add(out.file(name, rows.count));
        }
    }

    private void text(String name, String text) throws IOException {
        Measured out = new Measured(bundle.file(name));
        try (out) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        files.add(out.file(name, -1));
    }

    private final class Written implements Consumer<@Nullable Object[]> {
        private final TableSink sink;
        private final String file;
        private long count;

        Written(TableSink sink, String file) {
            this.sink = sink;
            this.file = file;
        }

        @Override
        public void accept(@Nullable Object[] cells) {
            try {
                sink.row(cells);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            count++;
            if (count % TELL_EVERY == 0) {
                progress.written(file, count);
            }
        }
    }

    /** Counts and hashes what goes through. */
    private static final class Measured extends FilterOutputStream {
        private final MessageDigest digest;
        private long bytes;

        Measured(OutputStream out) {
            this(out, sha256());
        }

        private Measured(OutputStream out, MessageDigest digest) {
            super(new DigestOutputStream(out, digest));
            this.digest = digest;
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java runtime has SHA-256", e);
            }
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            bytes++;
        }

        @Override
        public void write(byte[] many, int from, int length) throws IOException {
            out.write(many, from, length);
            bytes += length;
        }

        /** Returns what was written; only once, when it is complete. */
        ExportedFile file(String name, long rows) {
            return new ExportedFile(name, rows, bytes, HexFormat.of().formatHex(digest.digest()));
        }
    }
}
