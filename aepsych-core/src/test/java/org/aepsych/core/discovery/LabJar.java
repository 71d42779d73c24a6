package org.aepsych.core.discovery;

import com.google.inject.Module;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.aepsych.api.plugin.Plugin;
import org.aepsych.core.plugin.PluginModule;

/** Builds the jar of a plugin as a lab would: from source, against what plugins may see. */
final class LabJar {
    static final String PLUGIN_SERVICE = "META-INF/services/org.aepsych.api.plugin.Plugin";
    static final String MODULE_SERVICE = "META-INF/services/org.aepsych.core.plugin.PluginModule";

    private final Manifest manifest = new Manifest();
    private final Map<String, String> entries = new LinkedHashMap<>();
    private final Map<String, String> sources = new LinkedHashMap<>();

    private LabJar() {
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    }

    /** A jar that says nothing about itself. */
    static LabJar library() {
        return new LabJar();
    }

    /** A jar with a complete descriptor. */
    static LabJar of(String id) {
        return new LabJar()
                .describe(PluginManifest.ID, id)
                .describe(PluginManifest.VERSION, "1.0")
                .describe(PluginManifest.API, "[0.1,1)");
    }

    LabJar describe(String attribute, String value) {
        manifest.getMainAttributes().putValue(attribute, value);
        return this;
    }

    LabJar without(String attribute) {
        manifest.getMainAttributes().remove(new Attributes.Name(attribute));
        return this;
    }

    LabJar entry(String name, String text) {
        entries.put(name, text);
        return this;
    }

    /** Adds a class of package {@code lab}; all classes of the jar are compiled together. */
    LabJar type(String simpleName, String body) {
        sources.put("lab." + simpleName, """
                package lab;
                import java.util.*;
                import org.aepsych.api.config.*;
                import org.aepsych.api.payoff.*;
                import org.aepsych.api.plugin.*;
                import org.aepsych.core.plugin.*;
                public final class %s %s
                """.formatted(simpleName, body));
        return this;
    }

    Path writeTo(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                jar.putNextEntry(new JarEntry(entry.getKey()));
                jar.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
            for (Map.Entry<String, ByteArrayOutputStream> type : compile().entrySet()) {
                jar.putNextEntry(new JarEntry(type.getKey().replace('.', '/') + ".class"));
                type.getValue().writeTo(jar);
            }
        }
        return file;
    }

    private Map<String, ByteArrayOutputStream> compile() throws IOException {
        Map<String, ByteArrayOutputStream> classes = new LinkedHashMap<>();
        if (sources.isEmpty()) {
            return classes;
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        List<Source> units = sources.entrySet().stream()
                .map(source -> new Source(source.getKey(), source.getValue()))
                .toList();
        try (StandardJavaFileManager standard = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
                JavaFileManager files = new InMemory(standard, classes)) {
            List<String> options = List.of("-proc:none", "-classpath", classPath());
            if (!compiler.getTask(complaints, files, null, options, null, units).call()) {
                throw new IllegalArgumentException(complaints.toString());
            }
        }
        return classes;
    }

    private static String classPath() {
        return Stream.of(Plugin.class, PluginModule.class, Module.class, Inject.class)
                .map(type -> Path.of(URI.create(type.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toString()))
                        .toString())
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name.replace('.', '/') + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> classes;

        InMemory(JavaFileManager files, Map<String, ByteArrayOutputStream> classes) {
            super(files);
            this.classes = classes;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + className), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return classes.computeIfAbsent(className, missing -> new ByteArrayOutputStream());
                }
            };
        }
    }
}
