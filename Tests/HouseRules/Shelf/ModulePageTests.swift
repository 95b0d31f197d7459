import Testing

/// Each module has a page of its own: what it is for, its three main types, what it may import.
@Suite struct ModulePageTests {
    let tree: SourceTree

    init() throws { tree = try SourceTree.here.get() }

    private func page(of module: Module) throws -> SourceFile {
        try #require(tree["\(module.folder)/README.md"], "\(module.folder) has no README.md")
    }

    @Test func everyModuleHasAPageThatSaysWhatItIsFor() throws {
        for module in Module.all(in: tree) {
            let page = try page(of: module)
            #expect(page.text.hasPrefix("# \(module.name)\n\n"), "\(page.path)")
            let purpose = page.textLines.dropFirst(2).prefix { !$0.hasPrefix("#") }.joined(separator: " ")
            #expect(purpose.count > 80, "\(page.path) says too little")
        }
    }

    @Test func aPageNamesThreeTypesThatItsModuleHas() throws {
        for module in Module.all(in: tree) {
            let section = try #require(page(of: module).section("Main types"), "\(module.folder)")
            let types = section.split(separator: "\n").filter { $0.hasPrefix("- `") }.compactMap {
                MarkdownTable.codes(in: String($0)).first
            }
            #expect(Set(types).count == 3, "\(module.folder): \(types)")
            #expect(types.filter { !module.declares($0) }.isEmpty, "\(module.folder)")
        }
    }

    @Test func aPageSaysWhatTheTableOfTheHouseSays() throws {
        for module in Module.all(in: tree) {
            let section = try #require(page(of: module).section("May import"), "\(module.folder)")
            let rule = try #require(LayerRule.all.get().first { $0.folder == module.folder })
            #expect(Set(MarkdownTable.codes(in: section)) == rule.imports(at: module.folder + "/A.swift"), "\(module.folder)")
        }
    }

    /// What only names a C library has no page; its wrapper's tells of it.
    @Test func everyCLibraryIsTheWrapperOfOneModulesPage() throws {
        let pages = try Module.all(in: tree).map { try (name: $0.name, text: page(of: $0).text) }
        let libraries = Set(tree.files.map(\.path).filter { $0.hasPrefix("Shared/C") }.map { String($0.split(separator: "/")[1]) })
            .subtracting(pages.map(\.name))
        #expect(libraries.count >= 5)
        for library in libraries { #expect(pages.contains { $0.text.contains("`\(library)`") }, "no page names \(library)") }
    }
}
