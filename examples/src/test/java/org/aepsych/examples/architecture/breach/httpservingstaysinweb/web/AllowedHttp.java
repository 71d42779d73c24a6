package org.aepsych.examples.architecture.breach.httpservingstaysinweb.web;

import io.javalin.Javalin;

public final class AllowedHttp {
    Javalin same(Javalin thing) {
        return thing;
    }
}
