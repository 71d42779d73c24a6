package org.aepsych.examples.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.aepsych.examples.staircase.StaircasePlugin;
import org.aepsych.web.bots.AdaptiveClient;
import org.aepsych.web.crash.ServerProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lab packs its strategy into a jar, puts it into the plugin folder, and runs an experiment with it. */
class LabPluginTest {
    private static final String PACKAGE = "org/aepsych/examples/staircase";
    private static final String SERVICE = "META-INF/services/org.aepsych.api.plugin.Plugin";

    @TempDir
    private Path data;

    @Test
    void aStrategyFromTheFolderRunsAnExperiment() throws Exception {
        Path folder = Files.createDirectories(data.resolve("plugins").resolve("lab-staircase"));
        pack(folder.resolve("lab-staircase-1.0.jar"));

        try (ServerProcess server = Program.start(data, "serve");
                AdaptiveClient client = new AdaptiveClient("127.0.0.1", server.clientPort())) {
            client.setup(Files.readString(Path.of("experiments", "staircase.ini")));

            assertThat(present(client, 1)).isEqualTo(1.0);
            assertThat(present(client, 1)).isEqualTo(1.0);
            assertThat(present(client, 0)).isEqualTo(0.95);
            assertThat(present(client, 1)).isEqualTo(1.0);
        }

        CommandLine replayed = CommandLine.run("replay", "verify", "--data", data.toString(), "--set", NO_TWIN);
        assertThat(replayed.out()).startsWith("good");
    }

    /** This test's own class path has the plugin, too, and two of a name are refused. */
    private static final String NO_TWIN = "plugins.disabled=[lab-staircase]";

    private static double present(AdaptiveClient client, int outcome) throws IOException {
        Map<String, Double> stimulus = client.ask().stimulus();
        client.tell(stimulus, outcome);
        return stimulus.values().iterator().next();
    }

    private static void pack(Path jar) throws IOException, URISyntaxException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Aepsych-Plugin-Id", "lab-staircase");
        attributes.putValue("Aepsych-Plugin-Version", "1.0");
        attributes.putValue("Aepsych-Api", "[0.1,1)");
        Path classes = Path.of(StaircasePlugin.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            for (Path entry : entries(classes)) {
                out.putNextEntry(new ZipEntry(classes.relativize(entry).toString()));
                Files.copy(entry, out);
                out.closeEntry();
            }
        }
    }

    private static List<Path> entries(Path classes) throws IOException {
        try (Stream<Path> compiled = Files.list(classes.resolve(PACKAGE))) {
            return Stream.concat(compiled, Stream.of(classes.resolve(SERVICE))).toList();
        }
    }
}
