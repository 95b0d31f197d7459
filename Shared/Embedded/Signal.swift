/// The signals that are sent to child processes, by Linux's numbers.
public enum Signal: Int32, Sendable {
    case interrupt = 2
    case quit = 3
    case kill = 9
    case terminate = 15
    case proceed = 18
    case stop = 19
}
