package org.aepsych.core.config.server;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.aepsych.api.config.Problem;
import org.apache.commons.configuration2.INIConfiguration;
import org.apache.commons.configuration2.ex.ConfigurationException;

/** Reads the settings file. Values are taken raw: what looks like a reference to a file or a variable is only text. */
final class SettingsFile {
    private SettingsFile() {}

    /**
     * Reads a file.
     *
     * @param file the file
     * @param problems where to add what is wrong
     * @return section, lower-case option, text
     */
    static Map<String, Map<String, String>> read(Path file, List<Problem> problems) {
        String text;
        try {
            text = Files.readString(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            problems.add(Problem.ofFile("there is no settings file " + file));
            return Map.of();
        } catch (AccessDeniedException e) {
            problems.add(Problem.ofFile("the settings file " + file + " cannot be read; check its permissions"));
            return Map.of();
        } catch (CharacterCodingException e) {
            problems.add(Problem.ofFile("the settings file " + file + " is no text in UTF-8; save it as such"));
            return Map.of();
        } catch (IOException e) {
            problems.add(Problem.ofFile("the settings file " + file + " cannot be read: " + e.getMessage()));
            return Map.of();
        }
        INIConfiguration ini = new INIConfiguration();
        try {
            ini.read(new StringReader(joinContinuationLines(text)));
        } catch (ConfigurationException | IOException e) {
            problems.add(Problem.ofFile("the settings file " + file + " is not well-formed: " + e.getMessage()));
            return Map.of();
        }
        Map<String, Map<String, String>> sections = new LinkedHashMap<>();
        for (String section : ini.getSections()) {
            if (section == null) {
                problems.add(Problem.ofFile("the settings file " + file + " has options before its first section: "
                        + keys(ini.getSection(null).getKeys())));
            } else {
                sections.put(section, options(ini, section, problems));
            }
        }
        return sections;
    }

    private static Map<String, String> options(INIConfiguration ini, String section, List<Problem> problems) {
        Map<String, String> options = new LinkedHashMap<>();
        ini.getSection(section).getKeys().forEachRemaining(written -> {
            String key = written.replace("..", ".").toLowerCase(Locale.ROOT);
            // Not getString, which would follow ${file:…} and ${env:…}.
            Object value = ini.getSection(section).getProperty(written);
            if (value instanceof List<?> || options.containsKey(key)) {
                problems.add(Problem.of(section, key, "is given more than once"));
            } else {
                options.put(key, String.valueOf(value));
            }
        });
        return options;
    }

    private static String keys(Iterator<String> keys) {
        StringBuilder text = new StringBuilder();
        keys.forEachRemaining(key -> text.append(text.isEmpty() ? "" : ", ").append(key));
        return text.toString();
    }

    private static String joinContinuationLines(String text) {
        return text.replaceAll("\\R[ \\t]+(?=[^\\s#;])", " ");
    }
}
