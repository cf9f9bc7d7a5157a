/** Who may do what: clients, tokens, assertions, scopes, and the page's sessions. */
@NullMarked
package io.github.cxonetools.tenant.auth;

import org.jspecify.annotations.NullMarked;
