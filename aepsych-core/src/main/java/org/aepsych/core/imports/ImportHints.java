package org.aepsych.core.imports;

import java.util.Optional;

/**
 * What the importing person knows beyond the file.
 *
 * @param drawSeed what the other program's lottery was drawn with, so that the draw can be made again
 */
public record ImportHints(Optional<Long> drawSeed) {
    /** Nothing. */
    public static final ImportHints NONE = new ImportHints(Optional.empty());
}
