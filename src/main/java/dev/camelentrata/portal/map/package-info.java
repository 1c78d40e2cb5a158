/** Portal maps: the YAML that says where things are in a portal, checked and reloaded on change. */
package dev.camelentrata.portal.map;
