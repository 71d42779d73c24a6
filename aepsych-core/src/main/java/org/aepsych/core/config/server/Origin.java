package org.aepsych.core.config.server;

/** Where a setting comes from; a later origin overrides an earlier one. */
enum Origin {
    DEFAULT("default"),
    FILE("file"),
    ENVIRONMENT("environment"),
    FLAG("flag");

    private final String word;

    Origin(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
