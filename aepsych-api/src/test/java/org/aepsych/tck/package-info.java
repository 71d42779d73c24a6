/** Contract suites that storages, strategies and payoff rules must pass, for authors of plugins. */
@NullMarked
package org.aepsych.tck;

import org.jspecify.annotations.NullMarked;
