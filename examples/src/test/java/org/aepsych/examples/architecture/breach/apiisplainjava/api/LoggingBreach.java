package org.aepsych.examples.architecture.breach.apiisplainjava.api;

import org.slf4j.Logger;

public final class LoggingBreach {
    Logger same(Logger thing) {
        return thing;
    }
}
