package org.aepsych.examples.architecture.breach.kryostaysinsnapshots.core.snapshot;

import com.esotericsoftware.kryo.Kryo;

public final class AllowedKryo {
    Kryo same(Kryo thing) {
        return thing;
    }
}
