package org.aepsych.examples.architecture.breach.modulespointinwards.strategies;

public final class StrategyThing {}
