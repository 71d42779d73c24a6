package org.aepsych.examples.architecture.breach.apiisplainjava.api;

import java.util.List;

public final class AllowedApi {
    List<String> same(List<String> thing) {
        return thing;
    }
}
