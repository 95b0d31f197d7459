public import Contracts
public import Kafka

/// The headers of a message, as events are read from them and written to them.
extension MessageHeaders: EventHeaders, EventHeaderWriter {}
