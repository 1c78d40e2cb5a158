/** Real browsers: started, steered, watched and ended without leaving a process behind. */
package dev.camelentrata.portal.browser;
