import Contracts

extension Ban {
    private static let everywhere = ["Shared", "Services", "Tests"]
    private static let product = ["Shared", "Services"]
    /// The folders that depend on their arguments alone.
    private static let pure = ["Shared/Domain", "Shared/Reporting"]
    /// The folders that wrap a C library, where pointers may be seen.
    private static let wrappers = [
        "Shared/Kafka", "Shared/Postgres", "Shared/HTTP", "Shared/YAML", "Shared/Crypto", "Shared/JSON", "Shared/CommandLine",
        "Shared/Embedded", "Shared/TextDecoding",
    ]

    static let all = [
        Ban(
            name: "a package import", pattern: #"^\s*package\s+import\b"#, folders: ["Shared"],
            instead: "import publicly: else no code that names the other module's types is specialised by who uses it (decision 43)"),
        pointer, publicPointer, wallClock, chance, domainJSON, surroundings, sleep, forcedTry, forcedCast, forcedUnwrap, trap,
        expression, laxNumber, ciphertext, printedCiphertext,
    ]

    /// A regular expression may take a time without bound on a text made for it.
    static let expression = Ban(
        name: "a regular expression",
        pattern: #"\bNSRegularExpression\b|\bRegex\b|\.(firstMatch|wholeMatch|prefixMatch)\(of:|#/"#,
        folders: pure + ["Shared/Contracts", "Shared/Runtime"] + ServiceName.allCases.map { "Services/\($0.folder)" },
        instead: "look at the characters one after the other: the text is an outsider's")

    static let pointer = Ban(
        name: "a pointer",
        pattern: #"\bunsafe\b|\bUnmanaged\b|\bOpaquePointer\b|\bUnsafe(Mutable)?(Raw)?(Buffer)?Pointer\b|\bwithUnsafe\w+"#,
        folders: everywhere, except: wrappers,
        instead: "call a wrapper (Kafka, Postgres, HTTP, YAML, Crypto, JSON, CommandLine, Embedded), or add what it lacks there")

    static let publicPointer = Ban(
        name: "a pointer in a public signature",
        pattern: #"\bpublic\b.*(OpaquePointer|Unmanaged|(Raw|Buffer|Mutable|Unsafe)Pointer)\b"#,
        folders: wrappers,
        instead: "keep it inside the wrapper and lend a value, an array of bytes or a closure")

    static let wallClock = Ban(
        name: "a clock",
        pattern:
            #"\bDate\(\)|\bDate\(timeIntervalSinceNow|\b[A-Z]\w*(\(\))?\.now\b|(?<![\w)\]?])\.now\b|\b(Continuous|Suspending)Clock\b|\bDispatchTime\b|\bsystemUptime\b"#,
        folders: pure,
        instead: "take the time from DecisionContext.now, or as a parameter of type Instant")

    static let chance = Ban(
        name: "chance",
        pattern: #"\bUUID\(\)|\brandom\w*\(|\.random\b|\bshuffled?\(|\bRandomNumberGenerator\b|\bSystemRandomNumberGenerator\b"#,
        folders: pure,
        instead: "take identities from DecisionContext.serial, or as a parameter")

    static let domainJSON = Ban(
        name: "JSON",
        pattern: #"\bJSON(Encoder|Decoder|Serialization)\b"#,
        folders: pure,
        instead: "write the codec in Contracts; Domain states by Document how its values are read and written")

    static let surroundings = Ban(
        name: "a look at the surroundings",
        pattern:
            #"\b(TimeZone|Locale|Calendar)\.(current|autoupdatingCurrent)\b|\bProcessInfo\b|\bFileManager\b|\bURLSession\b|\bBundle\b"#,
        folders: pure,
        instead: "take it from the policy, or as a parameter: a decision depends on its arguments alone")

    static let sleep = Ban(
        name: "sleeping",
        pattern: #"\b(Thread|Task|Glibc|[Cc]lock\w*(\(\))?)\.sleep\b|(?<!\.)(?<!func )\b(u|nano)?sleep\("#,
        folders: everywhere,
        instead: "wait for the thing itself with a deadline: a descriptor, a semaphore, a condition, a manual clock")

    static let forcedTry = Ban(
        name: "try!", pattern: #"\btry!"#, folders: everywhere,
        instead: "let the function throw, or handle the error where it can be named")

    static let forcedCast = Ban(
        name: "as!", pattern: #"\bas!"#, folders: everywhere,
        instead: "cast with as? and say what was found instead")

    static let forcedUnwrap = Ban(
        name: "a forced unwrap", pattern: #"(?<!\btry)(?<!\bas)(?<=[\w)\]}>"])!(?!=)"#, folders: product,
        instead: "bind with guard let, or give the error that says what is missing")

    static let trap = Ban(
        name: "fatalError", pattern: #"\bfatalError\("#, folders: product,
        instead: "throw a typed error for data; use precondition, with the fact it states, for a programmer's error")

    /// `Int("+9")` is 9 and `Double("inf")` is a number: a field that is cut out of a longer text takes what does not belong there.
    static let laxNumber = Ban(
        name: "a lax reader of numbers",
        pattern: laxNumberPattern,
        folders: product,
        // They read what the server, the kernel or their own grammar has written, and import nothing of the product's.
        except: [
            "Shared/Postgres", "Shared/Kafka", "Shared/YAML", "Shared/JSON", "Shared/Embedded", "Shared/Telemetry",
            "Services/Operator/Bench",
        ],
        instead:
            "read it with init(digits:), init(signedDigits:) or init(decimal:) of Domain/Common, amounts with Money(mainUnits:currency:)",
        exemptions: [
            Ban.Exemption(
                path: "Shared/Domain/Notification/NoticeIdentity.swift", reason: "reads the shorthand of stored files, to the base of 36")
        ])

    /// A number made of a text is an optional, so it is bound, mapped flat or given another value: that is how it is told from a conversion.
    private static let laxNumberPattern: String = {
        let number = #"(?:U?Int(?:8|16|32|64)?|Double|Float|Decimal)"#
        return [
            #"(?:\b(?:guard|if|while)|,)\s+let \w+ = \#(number)\((?!\w+:)"#, #"^\s*let \w+ = \#(number)\((?!\w+:).*\),"#,
            #"(?:flatMap|compactMap)\s*[({]{1,2}\s*\#(number)(?:\.init\b|\((?!\w+:))"#,
            #"\b\#(number)\((?!\w+:)[^()]*(?:\([^()]*\)[^()]*)*\) \?\?"#, #"\? \#(number)\((?!\w+:)[^:]*: nil"#, #"\bDecimal\(string:"#,
        ].joined(separator: "|")
    }()
}
