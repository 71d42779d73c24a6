package org.aepsych.examples.architecture.breach.commonsconfigurationstaysinconfig.web;

import org.apache.commons.configuration2.INIConfiguration;

public final class ConfigurationBreach {
    INIConfiguration same(INIConfiguration thing) {
        return thing;
    }
}
