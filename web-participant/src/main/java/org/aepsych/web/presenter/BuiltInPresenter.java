package org.aepsych.web.presenter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSchema;
import org.aepsych.api.presentation.Presenter;

/** The presenters that come along; each has a script of its name beside this class. */
enum BuiltInPresenter {
    /** A word, a number, a sentence. */
    TEXT(false) {
        @Override
        ConfigSchema properties() {
            return ConfigSchema.of(
                    ConfigOption.text("text", "what to show"),
                    ConfigOption.real("size", "height of the letters in CSS pixels")
                            .orElse(32.0),
                    ConfigOption.real("opacity", "0 for invisible to 1").orElse(1.0));
        }
    },
    /** A picture from the experiment's folder. */
    IMAGE(false) {
        @Override
        ConfigSchema properties() {
            return ConfigSchema.of(
                    ConfigOption.text("file", "name in the experiment's folder of stimuli, such as face.png"),
                    ConfigOption.text("prefix", "put before the name").orElse(""),
                    ConfigOption.text("suffix", "put after the name, such as .png")
                            .orElse(""),
                    ConfigOption.real("width", "in CSS pixels; 0 for the picture's own")
                            .orElse(0.0),
                    ConfigOption.real("opacity", "0 for invisible to 1").orElse(1.0));
        }
    },
    /** A sinusoidal grating, in a Gaussian window or in a round one. */
    GABOR(true) {
        @Override
        ConfigSchema properties() {
            return ConfigSchema.of(
                    ConfigOption.real("contrast", "Michelson contrast, 0 to 1"),
                    ConfigOption.real("frequency", "cycles per degree").orElse(4.0),
                    ConfigOption.real("orientation", "degrees clockwise from vertical stripes")
                            .orElse(0.0),
                    ConfigOption.real("phase", "degrees; 0 has the brightest line in the middle")
                            .orElse(0.0),
                    ConfigOption.real("size", "diameter in degrees of visual angle")
                            .orElse(3.0),
                    ConfigOption.real("eccentricity", "degrees from the fixation mark")
                            .orElse(0.0),
                    ConfigOption.real("angle", "where: degrees from the right, counterclockwise")
                            .orElse(0.0),
                    ConfigOption.text("window", "gauss, whose standard deviation is a sixth of the size, or disk")
                            .orElse("gauss"),
                    ConfigOption.real("background", "luminance of the background, 0 to 1")
                            .orElse(0.5));
        }
    },
    /** A pure tone. */
    TONE(false) {
        @Override
        ConfigSchema properties() {
            return ConfigSchema.of(
                    ConfigOption.real("frequency", "hertz").orElse(1000.0),
                    ConfigOption.real("level", "decibels below the loudest that the device plays, such as -30"),
                    ConfigOption.real("length", "milliseconds").orElse(500.0),
                    ConfigOption.real("ramp", "milliseconds in which it rises and falls")
                            .orElse(10.0),
                    ConfigOption.real("pan", "-1 for the left ear to 1 for the right")
                            .orElse(0.0));
        }
    },
    /** An amount of money, now or later. */
    OFFER(false) {
        @Override
        ConfigSchema properties() {
            return ConfigSchema.of(
                    ConfigOption.real("amount", "how much"),
                    ConfigOption.real("delay", "when, in units from now").orElse(0.0),
                    ConfigOption.text("unit", "day, week, month or year").orElse("day"),
                    ConfigOption.real("probability", "0 to 1").orElse(1.0),
                    ConfigOption.text("currency", "three letters").orElse("EUR"));
        }
    };

    private final boolean calibrated;

    BuiltInPresenter(boolean calibrated) {
        this.calibrated = calibrated;
    }

    abstract ConfigSchema properties();

    String presenterName() {
        return name().toLowerCase(Locale.ROOT);
    }

    Presenter presenter() {
        return new Scripted(presenterName(), properties(), script(), calibrated);
    }

    private String script() {
        String file = presenterName() + ".js";
        try (InputStream in = BuiltInPresenter.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its resource " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Scripted(String name, ConfigSchema properties, String script, boolean calibrated)
            implements Presenter {}
}
