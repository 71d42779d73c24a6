package org.aepsych.examples.architecture.breach.commonsconfigurationstaysinconfig.core.config;

import org.apache.commons.configuration2.INIConfiguration;

public final class AllowedConfiguration {
    INIConfiguration same(INIConfiguration thing) {
        return thing;
    }
}
