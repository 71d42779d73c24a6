package org.aepsych.core.discovery;

import com.google.inject.Module;
import java.util.List;

/**
 * A plugin that is used.
 *
 * @param id its name; from the manifest, or from the class if it is part of the program
 * @param version its version, or {@code built in}
 * @param location the jar or folder that its classes come from
 * @param contributions what it adds
 * @param modules what makes the additions known to the program
 */
public record DiscoveredPlugin(
        String id, String version, String location, List<Contribution> contributions, List<Module> modules) {
    /** Copies the lists. */
    public DiscoveredPlugin {
        contributions = List.copyOf(contributions);
        modules = List.copyOf(modules);
    }
}
