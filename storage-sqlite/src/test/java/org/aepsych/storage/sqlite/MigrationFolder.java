package org.aepsych.storage.sqlite;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aepsych.storage.jdbc.SchemaComments;

/** The migrations of both dialects, wherever the class path has them. */
final class MigrationFolder {
    static final String SQLITE = "/org/aepsych/storage/sqlite/migration";
    static final String POSTGRESQL = "/org/aepsych/storage/jdbc/migration/postgresql";

    private MigrationFolder() {}

    static SchemaComments comments(String folder) throws IOException {
        return SchemaComments.of(scripts(folder));
    }

    /** Returns the numbers of all schemas that there ever were. */
    static List<Integer> versions(String folder) throws IOException {
        return IntStream.rangeClosed(1, scripts(folder).size()).boxed().toList();
    }

    private static List<String> scripts(String folder) throws IOException {
        URI where;
        try {
            where = Objects.requireNonNull(MigrationFolder.class.getResource(folder))
                    .toURI();
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
        if (!"jar".equals(where.getScheme())) {
            return texts(Path.of(where));
        }
        try (FileSystem jar = FileSystems.newFileSystem(where, Map.of())) {
            return texts(jar.getPath(folder));
        }
    }

    private static List<String> texts(Path folder) throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted(Comparator.comparingInt(MigrationFolder::version))
                    .toList()) {
                texts.add(Files.readString(file));
            }
        }
        return texts;
    }

    private static int version(Path file) {
        return Integer.parseInt(file.getFileName().toString().replaceFirst("V(\\d+)__.*", "$1"));
    }
}
