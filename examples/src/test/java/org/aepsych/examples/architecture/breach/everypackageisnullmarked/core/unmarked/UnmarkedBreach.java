package org.aepsych.examples.architecture.breach.everypackageisnullmarked.core.unmarked;

public final class UnmarkedBreach {}
