package org.aepsych.web.view;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import jakarta.inject.Inject;

/** Renders pages from the templates, which are compiled with the program and escape what they show. Thread-safe. */
public final class Pages {
    private static final String TEMPLATE_PACKAGE = "org.aepsych.web.template";

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Pages.class.getClassLoader(), TEMPLATE_PACKAGE);

    /** Opens the compiled templates. */
    @Inject
    public Pages() {}

    /**
     * Answers with a page.
     *
     * @param context the exchange
     * @param status HTTP status
     * @param template path of the template without ending
     * @param page what it shows
     */
    public void send(Context context, int status, String template, Object page) {
        StringOutput output = new StringOutput();
        templates.render(template + ".jte", page, output);
        context.status(status).contentType("text/html; charset=utf-8").result(output.toString());
    }
}
