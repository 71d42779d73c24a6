package org.aepsych.examples.architecture.breach.kryostaysinsnapshots.core.engine;

import com.esotericsoftware.kryo.Kryo;

public final class KryoBreach {
    Kryo same(Kryo thing) {
        return thing;
    }
}
