import OperatorService

OperatorProgram.run()
