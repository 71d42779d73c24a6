package org.aepsych.examples.architecture.breach.packageshavenocycles.core.one;

import org.aepsych.examples.architecture.breach.packageshavenocycles.core.two.TwoBreach;

public final class OneBreach {
    TwoBreach same(TwoBreach thing) {
        return thing;
    }
}
