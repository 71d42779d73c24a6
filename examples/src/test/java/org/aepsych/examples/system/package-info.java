/** Tests of the whole program as its users meet it: processes, sockets, a browser, a database file. */
@NullMarked
package org.aepsych.examples.system;

import org.jspecify.annotations.NullMarked;
