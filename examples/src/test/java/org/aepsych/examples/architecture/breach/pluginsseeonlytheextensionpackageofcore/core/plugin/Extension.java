package org.aepsych.examples.architecture.breach.pluginsseeonlytheextensionpackageofcore.core.plugin;

public final class Extension {}
