package org.aepsych.examples.architecture.breach.httpservingstaysinweb.core;

import jakarta.servlet.http.HttpServletRequest;

public final class ServletBreach {
    HttpServletRequest same(HttpServletRequest thing) {
        return thing;
    }
}
