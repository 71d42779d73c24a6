package org.aepsych.web.instructions;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aepsych.core.game.definition.Display;
import org.aepsych.core.game.definition.GameDefinition;
import org.aepsych.core.game.definition.InstructionKind;
import org.aepsych.web.language.Texts;

/** Instructions as HTML that is safe to show, with their places filled in. */
public final class Instructions {
    private Instructions() {}

    /**
     * Writes an experiment's instructions.
     *
     * @param definition the experiment
     * @param texts in the reader's language; the experimenter's own words stay as they are
     * @return a fragment of HTML: built-in text if asked for, then the experimenter's own words; empty if there is
     *     neither
     */
    public static String of(GameDefinition definition, Texts texts) {
        Display display = definition.display();
        String own =
                display.kind() == InstructionKind.HTML ? display.instructions() : paragraphs(display.instructions());
        String all = display.kind().builtIn() ? BuiltInInstructions.of(definition, texts) + own : own;
        return SafeHtml.of(new Places(definition).fill(all));
    }

    private static String paragraphs(String text) {
        return Stream.of(text.split("\\R\\s*\\R", -1))
                .filter(part -> !part.isBlank())
                .map(part -> "<p>" + Places.escape(part.strip()).replaceAll("\\R", "<br>") + "</p>")
                .collect(Collectors.joining("\n"));
    }
}
