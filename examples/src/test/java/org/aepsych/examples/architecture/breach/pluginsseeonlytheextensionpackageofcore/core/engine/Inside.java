package org.aepsych.examples.architecture.breach.pluginsseeonlytheextensionpackageofcore.core.engine;

public final class Inside {}
