package org.aepsych.web.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Everything that pages say in a language, by key: the files {@code LANGUAGE/PART.properties}, in UTF-8. A text that
 * depends on a number has a key for each form, such as {@code game.rounds[one]}. Immutable.
 *
 * @param texts by key
 */
record Catalogue(Map<String, String> texts) {
    /** The files of each language; add one for a new group of pages. */
    static final List<String> PARTS = List.of("common", "game", "mail", "rules", "session");

    Catalogue {
        texts = Map.copyOf(texts);
    }

    static Catalogue read(Language language) {
        Map<String, String> texts = new HashMap<>();
        for (String part : PARTS) {
            Properties properties = properties(language.tag() + "/" + part + ".properties");
            for (String key : properties.stringPropertyNames()) {
                texts.put(key, properties.getProperty(key));
            }
        }
        return new Catalogue(texts);
    }

    private static Properties properties(String file) {
        try (InputStream in = Catalogue.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its resource " + file);
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
