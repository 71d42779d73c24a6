package org.aepsych.examples.architecture.breach.doorsdonotreachstorage.api.storage;

public final class StoredThing {}
