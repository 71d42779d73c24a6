package org.aepsych.examples.architecture.breach.everypackageisnullmarked.core.marked;

public final class AllowedMarked {}
