package org.aepsych.examples.architecture.breach.modulespointinwards.core;

public final class CoreThing {}
