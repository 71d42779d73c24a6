package org.aepsych.examples.architecture.breach.standardstreamsbelongtomain.core;

public final class StreamBreach {
    void say() {
        System.out.println("said");
    }
}
