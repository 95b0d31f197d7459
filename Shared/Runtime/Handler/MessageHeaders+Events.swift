public import Contracts
public import Kafka

/// The headers of a consumed message, as readers of events look at them.
extension MessageHeaders: EventHeaders {}
