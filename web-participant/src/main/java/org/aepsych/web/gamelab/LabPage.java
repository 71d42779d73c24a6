package org.aepsych.web.gamelab;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A page: its name, the formats in which it is offered, and whether one must be logged in. */
enum LabPage {
    DOAUTOADD(false, Format.JSON),
    DOLOGIN(false, Format.JSON, Format.HTML),
    DOLOGOUT(true, Format.HTML),
    DOCHECKROUND(true, Format.JSON),
    DOLOADEXPR(true, Format.JSON),
    DOPLAY(true, Format.JSON),
    DOINSTR(true, Format.JSON),
    DOLOADQUESTIONS(true, Format.JSON),
    DOANSWER(true, Format.JSON),
    DOANSWERCUSTOM(true, Format.JSON),
    INDEX(true, Format.HTML),
    MTURK(false, Format.HTML),
    MTURKPREVIEW(false, Format.HTML),
    MTURKFINISH(true, Format.JSON);

    private final boolean forParticipants;
    private final boolean json;
    private final boolean html;

    LabPage(boolean forParticipants, Format... formats) {
        this.forParticipants = forParticipants;
        this.json = List.of(formats).contains(Format.JSON);
        this.html = List.of(formats).contains(Format.HTML);
    }

    /** Tells whether the page is for those only who are logged in. */
    boolean forParticipants() {
        return forParticipants;
    }

    private boolean offers(Format format) {
        return format == Format.JSON ? json : html;
    }

    /**
     * A page in one of its formats.
     *
     * @param page which
     * @param format one that it is offered in
     */
    record Requested(LabPage page, Format format) {}

    /** What a program or a browser gets. */
    enum Format {
        JSON,
        HTML
    }

    /**
     * Reads the last part of an address.
     *
     * @param path such as {@code doLoadExpr.json}; without suffix it means html, without name {@code index}
     * @return the page, or empty if there is none of that name and format
     */
    static Optional<Requested> find(String path) {
        int dot = path.lastIndexOf('.');
        String name = dot < 0 ? path : path.substring(0, dot);
        String suffix = dot < 0 ? "html" : path.substring(dot + 1);
        Optional<Format> format = named(Format.values(), suffix);
        return format.flatMap(asked -> named(values(), name.isEmpty() ? "index" : name)
                .filter(page -> page.offers(asked))
                .map(page -> new Requested(page, asked)));
    }

    private static <E extends Enum<E>> Optional<E> named(E[] all, String name) {
        String wanted = name.toUpperCase(Locale.ROOT);
        return Stream.of(all).filter(one -> one.name().equals(wanted)).findFirst();
    }
}
