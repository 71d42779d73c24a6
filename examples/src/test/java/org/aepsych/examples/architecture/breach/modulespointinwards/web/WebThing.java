package org.aepsych.examples.architecture.breach.modulespointinwards.web;

public final class WebThing {}
