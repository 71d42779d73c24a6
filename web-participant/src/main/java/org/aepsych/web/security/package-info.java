/** What keeps visitors apart and strangers out: headers, cookies, form tokens, rate limits. */
@NullMarked
package org.aepsych.web.security;

import org.jspecify.annotations.NullMarked;
