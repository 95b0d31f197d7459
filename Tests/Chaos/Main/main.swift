import Chaos

ChaosCommand.run()
