package org.aepsych.web.presentation;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the pictures and sounds of experiments are: a folder with one folder for each experiment, named as its id.
 *
 * @param path empty if there are none
 */
public record StimulusFolder(Optional<Path> path) {}
