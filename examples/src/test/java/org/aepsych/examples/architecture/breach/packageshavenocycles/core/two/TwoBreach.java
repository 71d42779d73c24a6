package org.aepsych.examples.architecture.breach.packageshavenocycles.core.two;

import org.aepsych.examples.architecture.breach.packageshavenocycles.core.one.OneBreach;

public final class TwoBreach {
    OneBreach same(OneBreach thing) {
        return thing;
    }
}
