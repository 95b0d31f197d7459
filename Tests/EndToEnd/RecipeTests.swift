import Embedded
import Foundation
import Recipes
import Testing

extension EndToEnd {
    /// What the recipes of `CONTRIBUTING.md` have a newcomer say at a shell, said in a copy, with the built programs.
    @Suite struct RecipeSteps {
        @Test(arguments: ["Add a clock", "Add a template", "Add a tariff", "Add a policy pack"])
        func everyCommandOfAPolicyRecipeDoesWhatItIsFor(title: String) throws {
            let recipe = try Recipe(title)
            let copy = try ScratchCopy(of: ["Ops/policies"])
            try recipe.follow(inPack: copy.china)
            let path = "\(Built.folder):\(ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")"
            var answers = ""
            for command in recipe.commands {
                let run = try Run(
                    "bash", ["-c", "cd '\(copy.folder.path)' && \(command)"],
                    environment: ["PATH": path, "REDRESS_POLICIES": copy.china.path])
                // Two packs that differ are a negative answer: it is what the recipe looks for.
                #expect(run.status == (command.hasPrefix("redress policy diff") ? 1 : 0), "\(command): \(run.errors)\(run.output)")
                answers += run.output
            }
            #expect(answers.contains("no faults"))
            #expect(!recipe.commands.isEmpty && answers.contains("unconfirmed"), "the figure that was added is explained")
        }
    }
}
