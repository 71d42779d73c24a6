package org.aepsych.strategies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSchema;
import org.aepsych.api.strategy.StrategyFactory;
import org.aepsych.strategies.acquisition.AcquisitionCatalog;
import org.aepsych.strategies.model.LatentFactories;
import org.aepsych.strategies.model.Links;
import org.aepsych.strategies.model.ModelCatalog;
import org.aepsych.strategies.option.Documented;
import org.junit.jupiter.api.Test;

/**
 * The reference of docs/strategies.md is what the program knows; with {@code -Ddocs=update} the test writes it instead.
 */
class StrategiesDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "strategies.md");
    private static final String MARK = "<!-- From here on written by StrategiesDocumentTest. -->\n";

    @Test
    void theReferenceHasEveryNameAndOption() throws IOException {
        String text = Files.readString(DOCUMENT, StandardCharsets.UTF_8);
        int mark = text.indexOf(MARK);
        assertThat(mark).isPositive();
        String written = text.substring(0, mark + MARK.length()) + reference();
        if ("update".equals(System.getProperty("docs"))) {
            Files.writeString(DOCUMENT, written, StandardCharsets.UTF_8);
            return;
        }
        assertThat(text).isEqualTo(written);
    }

    @Test
    void everythingExplainsItself() {
        assertThat(BuiltinStrategies.factories())
                .allSatisfy(factory -> assertThat(factory.description()).endsWith("."));
        for (Map<String, ? extends Documented> kinds : List.of(
                ModelCatalog.KINDS.entries(),
                AcquisitionCatalog.KINDS.entries(),
                LatentFactories.KINDS.entries(),
                Links.KINDS.entries())) {
            assertThat(kinds.values()).allSatisfy(kind -> {
                assertThat(kind.help()).endsWith(".");
                assertThat(kind.options().options())
                        .allSatisfy(option -> assertThat(option.help()).endsWith("."));
            });
        }
    }

    private static String reference() {
        StringBuilder out = new StringBuilder();
        out.append("\n## Strategies (`generator = …`)\n");
        for (StrategyFactory factory : BuiltinStrategies.factories()) {
            String names = new TreeSet<>(factory.aliases())
                    .stream().map(alias -> "`" + alias + "`").collect(Collectors.joining(", "));
            section(out, "`" + factory.name() + "`, " + names, factory.description(), factory.configSchema());
        }
        kinds(out, "Models (`model = …`)", ModelCatalog.KINDS.entries());
        section(
                out,
                "`" + ModelCatalog.INDEPENDENT + "`",
                "Several outcomes, each with a model of its own: `models = [GPClassificationModel, GPRegressionModel]`.",
                ConfigSchema.of());
        kinds(out, "Means and covariances (`mean_covar_factory = …`)", LatentFactories.KINDS.entries());
        kinds(out, "Links (`link = …`)", Links.KINDS.entries());
        kinds(out, "Acquisition functions (`acqf = …`)", AcquisitionCatalog.KINDS.entries());
        return out.toString();
    }

    private static void kinds(StringBuilder out, String title, Map<String, ? extends Documented> kinds) {
        out.append("\n## ").append(title).append('\n');
        kinds.forEach((name, kind) -> {
            if (kind.help().startsWith("Another name of ")) {
                section(out, "`" + name + "`", kind.help(), ConfigSchema.of());
            } else {
                section(out, "`" + name + "`", kind.help(), kind.options());
            }
        });
    }

    private static void section(StringBuilder out, String title, String help, ConfigSchema options) {
        out.append("\n### ").append(title).append("\n\n").append(help).append('\n');
        if (options.options().isEmpty()) {
            return;
        }
        out.append("\n| option | value | without it | |\n|---|---|---|---|\n");
        for (ConfigOption<?> option : options.options()) {
            out.append("| `")
                    .append(option.key())
                    .append("` | ")
                    .append(option.typeName())
                    .append(" | ")
                    .append(option.fallback().map(value -> "`" + value + "`").orElse(""))
                    .append(" | ")
                    .append(option.help())
                    .append(" |\n");
        }
    }
}
