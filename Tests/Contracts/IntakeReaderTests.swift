import Contracts
import Domain
import Foundation
import Testing

struct IntakeReaderTests {
    static func event(_ data: String, type: IntakeType = .submitted) -> CloudEvent {
        CloudEvent(id: "8a1f", source: "/gateway/10000", type: type.rawValue, data: Data(data.utf8))
    }

    static var wangFang: IntakeSubmission {
        var submission = IntakeSubmission(line: "+8613800138000")
        submission.channel = "hotline"
        submission.province = "CN-JS"
        submission.category = "billing"
        submission.customer = "王芳"
        submission.contact = "13900139000"
        submission.description = "三月账单多收了 50 元\n\"套餐外流量\""
        submission.demand = "退费"
        submission.language = .chinese
        submission.receivedAt = Instant("2026-03-02T01:15:00Z")
        submission.flags = [.skipLevel, .escalated]
        submission.disputedAmount = Money(minorUnits: 5000)
        return submission
    }

    @Test func aSubmissionIsReadAndItsPersonalDataSealed() throws {
        let message = try IntakeReader.read(Self.wangFang.event(id: "8a1f", source: "/gateway/10000"), guard: PlainGuard())
        #expect(try IntakeReader.draft(of: Self.wangFang.event(id: "8a1f"), guard: PlainGuard()).key == "13800138000")
        #expect(message.line == LineReference(token: "token-of-13800138000", masked: "138****8000"))
        guard case .submission(let submission) = try message.content.get() else {
            Issue.record("not a submission")
            return
        }
        #expect(submission.channel == "hotline")
        #expect(submission.given == ["customer", "contact", "description", "demand"])
        #expect(submission.flags == [.escalated, .skipLevel])
        #expect(submission.disputedAmount == Money(minorUnits: 5000))
        #expect(submission.receivedAt == Instant("2026-03-02T01:15:00Z"))
        #expect(!submission.settledOnSpot)
        let personal = try PersonalData(json: PlainGuard.open(submission.personal, context: SealContext.personal))
        #expect(personal.customer == "王芳")
        #expect(personal.line == "13800138000")
        #expect(personal.description == "三月账单多收了 50 元\n\"套餐外流量\"")
    }

    @Test func anUrgeAndAWithdrawalNeedNoMoreThanTheLine() throws {
        let urge = try IntakeReader.read(Self.event(#"{"line":"13800138000","channel":"app"}"#, type: .urged), guard: PlainGuard())
        #expect(urge.content == .urge(complaint: nil, channel: "app"))
        let withdrawal = try IntakeReader.read(
            Self.event(#"{"line":"13800138000","complaint":"C20260302003000127"}"#, type: .withdrawn), guard: PlainGuard())
        #expect(withdrawal.content == .withdrawal(complaint: "C20260302003000127"))
        #expect(withdrawal.eventID == "8a1f")
    }

    @Test func aSupplementCarriesItsOwnSealedData() throws {
        var supplement = Self.wangFang
        supplement.type = .supplemented
        supplement.complaint = "C20260302003000127"
        let message = try IntakeReader.read(supplement.event(id: "9"), guard: PlainGuard())
        guard case .supplement(let complaint, let parts) = try message.content.get() else {
            Issue.record("not a supplement")
            return
        }
        #expect(complaint == "C20260302003000127")
        #expect(parts.given.contains("description"))
    }

    @Test(arguments: [
        ("13800138000", "13800138000", "138****8000"), ("+8613800138000", "13800138000", "138****8000"),
        ("+442079460000", "+442079460000", "+44****0000"), ("02586001234", "02586001234", "025****1234"),
        ("86001234", "86001234", "86****34"),
        ("10000", "10000", "1***0"), ("110", "110", "1*0"),
    ])
    func aPhoneNumberHasOneSpellingAndIsShownMasked(text: String, key: String, masked: String) throws {
        let line = try ServiceLine(text)
        #expect(line.key == key)
        #expect(line.masked == masked)
    }

    @Test(arguments: [("njadsl1234@163.gd", "nj*************gd"), ("abcde", "ab*de"), ("abc", "a*c"), ("ab", "**"), ("7", "*")])
    func anAccountIsShownMasked(text: String, masked: String) throws {
        #expect(try ServiceLine(text, kind: .account).masked == masked)
    }

    @Test func anAccountThatLooksLikeAPhoneIsAnotherLine() throws {
        let phone = try IntakeReader.read(Self.event(#"{"line":"13800138000"}"#, type: .withdrawn), guard: PlainGuard())
        let account = try IntakeReader.read(
            Self.event(#"{"line":"13800138000","lineKind":"account"}"#, type: .withdrawn), guard: PlainGuard())
        #expect(phone.line.token != account.line.token)
    }

    static let withoutLine: [(String, String)] = [
        ("", "data is empty; expected a JSON object"),
        ("line=138", "data is not JSON; expected a value at byte 0"),
        (#"["13800138000"]"#, "data is JSON but not an object; expected a JSON object"),
        (#"{"channel":"app"}"#, "data.line is missing; expected the service number the complaint is about"),
        (#"{"line":13800138000}"#, "data.line has the wrong type; expected a string"),
        (#"{"line":""}"#, "data.line is empty; expected 3 to 20 digits, with or without a leading +"),
        (#"{"line":"1380013800O"}"#, "data.line has letters; expected 3 to 20 digits, with or without a leading +"),
        (#"{"line":"138/0013"}"#, "data.line has other characters than digits; expected 3 to 20 digits, with or without a leading +"),
        (#"{"line":"12"}"#, "data.line is too short; expected 3 to 20 digits, with or without a leading +"),
        (#"{"line":"123456789012345678901"}"#, "data.line is too long; expected 3 to 20 digits, with or without a leading +"),
        (#"{"line":"13800138000","lineKind":"fax"}"#, "data.lineKind is not known; expected phone or account"),
        (
            #"{"line":"ad sl","lineKind":"account"}"#,
            "data.line has characters an account cannot have; expected 1 to 64 letters, digits, dots, underscores, at signs or hyphens"
        ),
    ]

    @Test(arguments: withoutLine)
    func whatHasNoLineIsThrownAndAnsweredWithoutOne(data: String, description: String) {
        let fault = #expect(throws: Fault.self) { try IntakeReader.read(Self.event(data), guard: PlainGuard()) }
        #expect(fault?.description == description)
        let now = Instant(seconds: 1_772_413_200)
        let answer = fault.map { IntakeReader.rejection(of: Self.event(data), $0, guard: PlainGuard(), at: now) }
        #expect(answer?.line == .unreadable && answer?.eventID == "8a1f" && answer?.eventSource == "/gateway/10000")
    }

    static let wrongTypes: [(String, String)] = [
        (#"{"line":"13800138000","channel":7}"#, "data.channel has the wrong type; expected a string"),
        (#"{"line":"13800138000","flags":"escalated"}"#, "data.flags has the wrong type; expected an array"),
        (#"{"line":"13800138000","settledOnSpot":"yes"}"#, "data.settledOnSpot has the wrong type; expected true or false"),
        (
            #"{"line":"13800138000","disputedAmount":{"minorUnits":"50","currency":"CNY"}}"#,
            "data.disputedAmount.minorUnits has the wrong type; expected a whole number"
        ),
        (#"{"line":"13800138000","disputedAmount":50}"#, "data.disputedAmount has the wrong type; expected an object"),
        (#"{"line":"13800138000","receivedAt":1772413200}"#, "data.receivedAt has the wrong type; expected a string"),
    ]

    @Test(arguments: wrongTypes)
    func aFieldOfTheWrongTypeComesBackAsAFaultOfTheLine(data: String, description: String) throws {
        let message = try IntakeReader.read(Self.event(data), guard: PlainGuard())
        let fault = #expect(throws: Fault.self) { try message.content.get() }
        #expect(fault?.description == description)
        #expect(message.line.masked == "138****8000")
    }

    @Test func anUnknownTypeIsAFaultOfTheLineItNames() throws {
        let event = CloudEvent(id: "1", source: "/g", type: "redress.intake.praised.v1", data: Data(#"{"line":"13800138000"}"#.utf8))
        let message = try IntakeReader.read(event, guard: PlainGuard())
        #expect(throws: Fault.self) { try message.content.get() }
        #expect(message.line.masked == "138****8000")
        let answer = IntakeReader.rejection(
            of: event, Fault(field: "id", problem: "", expected: ""), guard: PlainGuard(), at: Instant(seconds: 0))
        #expect(answer.line == message.line)
    }

    @Test func anUnknownTypeOnTheIntakeTopicIsThrown() {
        let event = CloudEvent(id: "1", source: "/g", type: "redress.intake.praised.v1", data: Data("{}".utf8))
        let fault = #expect(throws: Fault.self) { try IntakeReader.read(event, guard: PlainGuard()) }
        #expect(fault?.field == "type")
    }

    @Test func aGuardThatCannotSealLetsNothingThrough() {
        let fault = #expect(throws: Fault.self) {
            try IntakeReader.read(Self.wangFang.event(id: "1"), guard: PlainGuard(isBroken: true))
        }
        #expect(fault?.description == "data could not be sealed; expected a working key")
    }

    static let rejections: [(String, String)] = [
        (#"{"line":"13800138000"}"#, "data.channel is missing; expected some text"),
        (#"{"line":"13800138000","channel":"  ","province":"CN-JS"}"#, "data.channel is empty; expected some text"),
        (#"{"line":"13800138000","channel":"app"}"#, "data.province is missing; expected some text"),
        (#"{"line":"13800138000","channel":"app","province":"CN-JS"}"#, "data.receivedAt is missing; expected some text"),
        (
            #"{"line":"13800138000","channel":"app","province":"CN-JS","receivedAt":"2 March 2026"}"#,
            "data.receivedAt is not RFC 3339; expected a time with offset, such as 2026-09-30T16:00:00+08:00"
        ),
        (
            #"{"line":"13800138000","channel":"\#(String(repeating: "x", count: 65))"}"#,
            "data.channel is too long; expected at most 64 characters"
        ),
        (
            #"{"line":"13800138000","channel":"app","description":"\#(String(repeating: "慢", count: 4001))"}"#,
            "data.description is too long; expected at most 4000 characters"
        ),
        (
            #"{"line":"13800138000","channel":"app","customer":"a\u0000b"}"#,
            "data.customer has a control character; expected printable text"
        ),
        (#"{"line":"13800138000","channel":"app","province":"CN-JS","language":"fr"}"#, "data.language is not known; expected zh or en"),
        (
            #"{"line":"13800138000","channel":"app","province":"CN-JS","receivedAt":"2026-03-02T01:15:00Z","flags":["escalated","vip"]}"#,
            "data.flags[1] is not known; expected one of escalated, skip-level, skip-level-tendency, cross-province, cross-company, roaming, malicious"
        ),
        (
            #"""
            {"line":"13800138000","channel":"app","province":"CN-JS","receivedAt":"2026-03-02T01:15:00Z","disputedAmount":{"minorUnits":-1,"currency":"CNY"}}
            """#, "data.disputedAmount.minorUnits is out of range; expected 0 to 1000000000000"
        ),
        (
            #"""
            {"line":"13800138000","channel":"app","province":"CN-JS","receivedAt":"2026-03-02T01:15:00Z","disputedAmount":{"minorUnits":1,"currency":"元"}}
            """#, "data.disputedAmount.currency is not a currency code; expected ISO 4217, such as CNY"
        ),
    ]

    @Test(arguments: rejections)
    func whatAGatewayCanPutRightComesBackAsAFaultOfTheLine(data: String, description: String) throws {
        let message = try IntakeReader.read(Self.event(data), guard: PlainGuard())
        #expect(message.line.masked == "138****8000")
        guard case .invalid(let fault) = message.content else {
            Issue.record("was taken")
            return
        }
        #expect(fault.description == description)
    }

    @Test func aDescriptionOfExactlyFourThousandCharactersIsTaken() throws {
        var submission = Self.wangFang
        submission.description = String(repeating: "慢", count: 4000)
        let message = try IntakeReader.read(submission.event(id: "1"), guard: PlainGuard())
        #expect(throws: Never.self) { try message.content.get() }
    }

    @Test func whatFewComplaintsBringIsReadAndWrittenAlike() throws {
        var submission = Self.wangFang
        submission.settlement = "已解释,客户认可"
        submission.details = SubmissionDetails(
            duties: [DutyDone(duty: "letter-archived", reference: "LF-7"), DutyDone(duty: "call-back")],
            exposure: Exposure(medium: .newMedia, effect: .crossProvince, reference: "PRESS-1"), takenBy: "staff-301",
            homeProvince: "CN-SC", writtenByCustomer: true)
        let message = try IntakeReader.read(submission.event(id: "1"), guard: PlainGuard())
        guard case .submission(let read) = try message.content.get() else {
            Issue.record("not a submission")
            return
        }
        #expect(read.details == submission.details)
        #expect(read.given.contains("settlement"))
    }

    @Test func anAppealIsReadWithItsFormAndItsPersonalPartsSealed() throws {
        let data = """
            {"line":"13800138000","channel":"miit","province":"CN-JS","receivedAt":"2026-03-18T09:15:00+08:00","address":"南京市",
            "postcode":"210018","appeal":{"body":"CN-JS","date":"2026-03-18","respondent":"中国电信","respondentAddress":"南京",
            "interest":"own","complainedOn":"2026-03-02","before":["court"],"satisfied":false}}
            """
        let message = try IntakeReader.read(Self.event(data, type: .appealed), guard: PlainGuard())
        guard case .appeal(nil, let submission, let appeal) = try message.content.get() else {
            Issue.record("not an appeal")
            return
        }
        #expect(submission.given == ["address", "postcode", "respondent", "respondentAddress", "appealDate"])
        let personal = try PersonalData(json: PlainGuard.open(submission.personal, context: SealContext.personal))
        #expect(personal.address == "南京市" && personal.postcode == "210018")
        #expect(appeal.complainedOn == CivilDate("2026-03-02"))
        #expect(appeal.before == [.court])
        #expect(appeal.satisfied == false && appeal.isQuestion == nil)
    }

    @Test func anAppealIsReadAsItWasWritten() throws {
        var submission = Self.wangFang
        submission.type = .appealed
        submission.channel = "miit"
        submission.respondentAddress = "南京"
        var appeal = Appeal()
        (appeal.body, appeal.caseNumber, appeal.date) = ("CN-JS", "JS-1", CivilDate("2026-03-18"))
        (appeal.respondent, appeal.respondentProvince, appeal.interest, appeal.target) = ("中国电信", "CN-JS", .own, .agent)
        (appeal.aboutService, appeal.isQuestion, appeal.complainedFirst, appeal.satisfied) = (true, false, true, false)
        (appeal.complainedOn, appeal.answeredOn, appeal.arisenOn) = (
            CivilDate("2026-03-02"), CivilDate("2026-03-05"), CivilDate("2026-02-20")
        )
        (appeal.settlement, appeal.before, appeal.otherLaw, appeal.acceptedOn) = (
            .agreed, [.court, .agency], "a law", CivilDate("2026-03-19")
        )
        submission.appeal = appeal
        let message = try IntakeReader.read(submission.event(id: "1"), guard: PlainGuard())
        guard case .appeal(_, let read, let readAppeal) = try message.content.get() else {
            Issue.record("not an appeal")
            return
        }
        #expect(readAppeal == appeal)
        #expect(read.given.contains("respondentAddress"))
    }

    @Test(arguments: [
        (IntakeType.exposed, #"{"line":"13800138000","channel":"app"}"#, "data.exposure"),
        (.exposed, #"{"line":"13800138000","channel":"app","exposure":{"medium":"radio"}}"#, "data.exposure.medium"),
        (.exposed, #"{"line":"13800138000","channel":"app","exposure":{"medium":"national","effect":"none"}}"#, "data.exposure.effect"),
        (.feedbackGiven, #"{"line":"13800138000","channel":"app","satisfaction":6}"#, "data.satisfaction"),
        (
            .appealed,
            #"{"line":"13800138000","channel":"miit","province":"CN-JS","receivedAt":"2026-03-18T09:15:00+08:00","appeal":{"date":"18.3."}}"#,
            "data.appeal.date"
        ),
        (
            .appealed,
            #"{"line":"13800138000","channel":"miit","province":"CN-JS","receivedAt":"2026-03-18T09:15:00+08:00","appeal":{"before":["pub"]}}"#,
            "data.appeal.before[0]"
        ),
        (
            .submitted,
            #"{"line":"13800138000","channel":"app","province":"CN-JS","receivedAt":"2026-03-18T09:15:00+08:00","duties":[{"reference":"x"}]}"#,
            "data.duties[0].duty"
        ),
    ])
    func whatIsWrongInTheNewPartsComesBack(type: IntakeType, data: String, field: String) throws {
        let message = try IntakeReader.read(Self.event(data, type: type), guard: PlainGuard())
        let fault = #expect(throws: Fault.self) { try message.content.get() }
        #expect(fault?.field == field)
    }

    @Test func aDutyThatIsNoObjectComesBack() throws {
        let message = try IntakeReader.read(Self.event(#"{"line":"13800138000","duties":["call-back"]}"#), guard: PlainGuard())
        let fault = #expect(throws: Fault.self) { try message.content.get() }
        #expect(fault?.problem == "has the wrong type")
    }

    @Test(arguments: [
        ("13812348000", "13812348000"), ("+8613812348000", "13812348000"), ("fiber_88", "account:fiber_88"), ("业务号码", "业务号码"),
    ])
    func whatCannotBeReadBelongsToTheLineThatItsMessageKeyNames(key: String, input: String) {
        #expect(ServiceLine.tokenInput(ofMessageKey: key) == input)
    }
}
