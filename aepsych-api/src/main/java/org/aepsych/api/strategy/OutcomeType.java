package org.aepsych.api.strategy;

/** What a participant's response is turned into. */
public enum OutcomeType {
    /** 0 or 1. */
    BINARY,
    /** Any finite number. */
    CONTINUOUS,
    /** A whole number from 0 upwards: the category. */
    ORDINAL
}
