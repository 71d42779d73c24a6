package org.aepsych.examples.architecture.breach.modulespointinwards.storage;

public final class StorageThing {}
