package org.aepsych.web.main;

import com.google.inject.Injector;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.aepsych.core.adaptive.DesignPreview;
import org.aepsych.core.config.ExperimentFile;
import org.aepsych.core.game.definition.DefinitionReader;
import org.aepsych.core.game.definition.GameDefinition;
import org.aepsych.core.plugin.Extensions;
import org.aepsych.web.main.console.Console;
import org.aepsych.web.main.console.ExperimentText;
import org.aepsych.web.main.console.SettingsOptions;
import org.aepsych.web.main.laboratory.Laboratory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Reads an experiment file without setting it up. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Reads an experiment file of either kind and says what is wrong with it, all at once.",
            "Exit code 1 if something is."
        })
final class CheckCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE", description = "The experiment file.")
    private Path file = Path.of("");

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        ExperimentFile read = ExperimentFile.parse(ExperimentText.read(file));
        Injector plugins = Laboratory.plugins(settings.load(Map.of()).server());
        Extensions extensions = plugins.getInstance(Extensions.class);
        boolean game = ExperimentText.ofGame(read);
        console.out().println(file + " is good: " + (game ? game(read, extensions) : adaptive(read, extensions)));
        return 0;
    }

    private static String game(ExperimentFile file, Extensions extensions) {
        GameDefinition definition = DefinitionReader.read(file, extensions);
        return "a game experiment with " + definition.games().size() + " games and "
                + definition.schedule().rounds() + " rounds";
    }

    private String adaptive(ExperimentFile file, Extensions extensions) {
        DesignPreview design = DesignPreview.of(file, extensions);
        design.warnings().forEach(warning -> console.err().println("warning: " + warning));
        return "an adaptive experiment over " + String.join(", ", design.parameters()) + " in the steps "
                + String.join(", ", design.steps());
    }
}
