package org.aepsych.core.export;

import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Where the files of an export go; they are written one after another. */
public interface Bundle extends Closeable {
    /**
     * Begins a file.
     *
     * @param name path with slashes
     * @return its contents go here; to be closed before the next file begins
     * @throws IOException if it cannot be written
     */
    OutputStream file(String name) throws IOException;

    /**
     * A folder.
     *
     * @param folder is created if needed
     * @return a bundle of files in it
     */
    static Bundle folder(Path folder) {
        return new Bundle() {
            @Override
            public OutputStream file(String name) throws IOException {
                Path file = folder.resolve(name);
                Files.createDirectories(file.getParent() == null ? folder : file.getParent());
                return Files.newOutputStream(file);
            }

            @Override
            public void close() {}
        };
    }

    /**
     * A ZIP archive. The same files give the same bytes.
     *
     * @param out the archive goes here; closed with the bundle
     * @return a bundle of entries
     */
    static Bundle zip(OutputStream out) {
        ZipOutputStream zip = new ZipOutputStream(out);
        return new Bundle() {
            @Override
            public OutputStream file(String name) throws IOException {
                ZipEntry entry = new ZipEntry(name);
                entry.setLastModifiedTime(FileTime.from(Instant.parse("2000-01-01T00:00:00Z")));
                zip.putNextEntry(entry);
                return new FilterOutputStream(zip) {
                    @Override
                    public void write(byte[] bytes, int from, int length) throws IOException {
                        zip.write(bytes, from, length);
                    }

                    @Override
                    public void close() throws IOException {
                        zip.closeEntry();
                    }
                };
            }

            @Override
            public void close() throws IOException {
                zip.close();
            }
        };
    }
}
