/** How administrators come in, their own account, and who else may come in. */
@NullMarked
package org.aepsych.web.admin.account;

import org.jspecify.annotations.NullMarked;
