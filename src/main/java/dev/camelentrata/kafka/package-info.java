/** Events on their way to Kafka. Knows the component's event and nobody else. */
package dev.camelentrata.kafka;
