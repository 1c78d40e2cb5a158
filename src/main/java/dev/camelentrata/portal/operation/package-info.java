/** The portal operations, one class each: from the rows of a read to values of the model. */
package dev.camelentrata.portal.operation;
