package org.aepsych.examples.architecture.breach.standardstreamsbelongtomain.web.main;

public final class AllowedMain {
    void say() {
        System.out.println("said");
    }
}
