package org.aepsych.examples.architecture.breach.httpservingstaysinweb.core;

import io.javalin.Javalin;

public final class JavalinBreach {
    Javalin same(Javalin thing) {
        return thing;
    }
}
