using System.Text;
using LogiPilot.Kaizen.Core.Improvement.Actions;
using LogiPilot.Kaizen.Core.Improvement.Indicators;
using LogiPilot.Kaizen.Core.Improvement.Methods;
using LogiPilot.Kaizen.Core.Improvement.Plans;
using static LogiPilot.Kaizen.Server.Tests.Improvement.Methods.PlanInTest;

namespace LogiPilot.Kaizen.Server.Tests.Improvement.Methods;

/// <summary>Each rule alone in a plant's own method, at the edge between what passes and what does not.</summary>
public sealed class RuleLimitTests
{
    private const string Fields = """
        { "code": "whys", "name": { "fr": "P", "en": "W" }, "type": "TREE" },
        { "code": "bones", "name": { "fr": "I", "en": "I" }, "type": "ISHIKAWA" },
        { "code": "text", "name": { "fr": "T", "en": "T" }, "type": "TEXT" },
        { "code": "yes", "name": { "fr": "O", "en": "Y" }, "type": "YES_NO" },
        { "code": "number", "name": { "fr": "N", "en": "N" }, "type": "NUMBER" },
        { "code": "choice", "name": { "fr": "C", "en": "C" }, "type": "CHOICE",
          "choices": [
            { "code": "EFFECTIVE", "name": { "fr": "Oui", "en": "Yes" } }, { "code": "FALLS_SHORT", "name": { "fr": "Mieux", "en": "Better" } },
            { "code": "WRONG_WAY", "name": { "fr": "Non", "en": "No" } }] },
        { "code": "table", "name": { "fr": "T", "en": "T" }, "type": "TABLE",
          "columns": [
            { "code": "item", "name": { "fr": "E", "en": "I" }, "type": "CHOICE", "required": true,
              "choices": [{ "code": "ONE", "name": { "fr": "Un", "en": "One" } }] },
            { "code": "what", "name": { "fr": "Q", "en": "W" }, "type": "TEXT", "required": true },
            { "code": "place", "name": { "fr": "L", "en": "P" }, "type": "PLACE" },
            { "code": "cause", "name": { "fr": "C", "en": "C" }, "type": "TEXT" },
            { "code": "count", "name": { "fr": "N", "en": "N" }, "type": "NUMBER" },
            { "code": "state", "name": { "fr": "É", "en": "S" }, "type": "CHOICE",
              "choices": [
                { "code": "TO_DO", "name": { "fr": "À faire", "en": "To do" } }, { "code": "DONE", "name": { "fr": "Fait", "en": "Done" } },
                { "code": "NOT_APPLICABLE", "name": { "fr": "Sans objet", "en": "Not applicable" } }] },
            { "code": "reason", "name": { "fr": "R", "en": "R" }, "type": "TEXT" }] }
        """;

    private const string ByDone = """eachDoneOrNotApplicable", "with": { "field": "table", "state": "state", "reason": "reason" """;

    /// <summary>The rule with its arguments, what the plan holds, and every finding: + holds, - missing, with its count.</summary>
    private static readonly (string Rule, Action<PlanInTest> With, string Found)[] Cases =
    [
        (Of("actionsVerified", "kind", "CONTAINMENT"), p => p.Act("A-1", ActionKind.Containment, state: ActionState.Done), "-actionsVerified:1"),
        (Of("actionsVerified", "kind", "CONTAINMENT"), p => p.Act("A-1", ActionKind.Containment, isEffective: null), "-actionsVerifiedEffect:1"),
        (Of("actionsVerified", "kind", "CONTAINMENT"),
            p => p.Act("A-1", ActionKind.Containment).Act("A-2", ActionKind.Containment, state: ActionState.Cancelled), "+actionsVerified:1"),
        ("actionsDone\"", p => p.Act("A-1", ActionKind.Corrective, proof: null), "+actionsDone:1"),
        (Within, p => p.Act("A-1", ActionKind.Containment, doneAt: Opened.AddHours(24)), "+actionWithin"),
        (Within, p => p.Act("A-1", ActionKind.Containment).Act("A-2", ActionKind.Containment, doneAt: Opened.AddHours(30)), "+actionWithin"),
        ("removalConditionSet\"", p => p.Act("A-1", ActionKind.Containment, removal: " "), "-removalConditionSet:1"),
        ("containmentRemoved\"", p => p.Act("A-1", ActionKind.Containment, state: ActionState.Done), "-containmentRemoved:1"),
        ("newActionThisCycle\"", p => Second(p).Act("A-1", ActionKind.Corrective, createdAt: SignedAt), "+newActionThisCycle"),
        ("newActionThisCycle\"",
            p => Second(p).Act("A-1", ActionKind.Corrective, state: ActionState.Cancelled, createdAt: SignedAt), "-newActionThisCycle"),

        (Of("verifiedCause", "field", "bones"), p => p.Write("STEP.bones", Bone("VERIFIED")), "+verifiedCause:1"),
        (Of("noOpenCause", "field", "bones"), p => p.Write("STEP.bones", Bone("OPEN")), "-noOpenCause:1"),
        (Of("noOpenCause", "field", "whys"), p => p.Write("STEP.whys", """[{"id":"a","text":"a","verdict":"OPEN"}]"""), "+noOpenCause"),
        (Of("everyVerdictProven", "field", "whys"),
            p => p.Write("STEP.whys", """[{"id":"a","text":"a","verdict":"VERIFIED","proof":{"kind":"REPRODUCED"}}]"""), "-everyVerdictProven:1"),
        (Of("contributionsGiven", "field", "whys"), p => p.Write("STEP.whys", $"[{Why("a", more: ",\"contribution\":0")}]"), "+contributionsGiven:1"),
        ("everyCauseCovered\", \"with\": { \"field\": \"whys\", \"by\": \"table\", \"column\": \"cause\" }",
            p => p.Write("STEP.whys", $"[{Why("a")}]"), "-everyCauseCovered:1"),
        (PerCause("actionPerCause"), p => p.Write("STEP.whys", $"[{Why("a")}]").Act("A-1", ActionKind.Containment, "a"), "-actionPerCause:1"),
        (PerCause("actionsTiedToCauses"),
            p => p.Write("STEP.whys", $"[{Why("a")},{Why("b", "REFUTED")}]").Act("A-1", ActionKind.Corrective, "a").Act("A-2", ActionKind.Corrective, "b"),
            "-actionsTiedToCauses:1"),
        (PerCause("actionsTiedToCauses"),
            p => p.Write("STEP.whys", $"[{Why("a")}]").Act("A-1", ActionKind.Corrective, "a").Act("A-2", ActionKind.Containment)
                .Act("A-3", ActionKind.Corrective, state: ActionState.Cancelled),
            "+actionsTiedToCauses:1"),

        ("members\", \"with\": { \"least\": 2 }", p => p.Participants[1] = p.Participants[0] with { Role = "Autre" }, "-members:2"),
        ("members\", \"with\": { \"least\": 3 }",
            p => p.Participants.AddRange([new(Leader, "Pilote", "Mener", "Flux"), new(Sponsor, "Chef", "Décider", "Flux")]), "-members:3"),
        ("members\", \"with\": { \"least\": 1, \"most\": 2 }", _ => { }, "+members:2"),
        ("membersDescribed\"", p => p.Participants[0] = p.Participants[0] with { Role = " " }, "-membersDescribed:1"),

        (Of("filled", "field", "table"), p => p.Write("STEP.table", $"[{Row()},{Bare}]"), "-filledRows:1"),
        ("oneFilled\", \"with\": { \"fields\": [\"yes\", \"text\"] }", p => p.Write("STEP.text", "\"Dit\""), "+oneFilled"),
        (Of("confirmed", "field", "yes"), _ => { }, "-confirmed"),
        (Of("decided", "field", "choice"), p => p.Write("STEP.choice", "\"WRONG_WAY\""), "+decided"),
        ("minRows\", \"with\": { \"field\": \"table\", \"least\": 2 }", p => p.Write("STEP.table", $"[{Row()},{Bare}]"), "-minRows:2"),
        (Of("quantified", "field", "number"), p => p.Write("STEP.number", """{"unit":"min"}"""), "-quantified"),
        (Of("quantified", "field", "text"), p => p.Write("STEP.text", "\"Souvent\""), "-quantified"),
        (Of("quantified", "field", "text"), p => p.Write("STEP.text", "\"14 fois\""), "+quantified"),
        (Of("quantified", "field", "table"), p => p.Write("STEP.table", $"[{Row()}]"), "-quantified"),
        (Of("quantified", "field", "table"), p => p.Write("STEP.table", $"[{Row(",\"count\":14")}]"), "+quantified"),
        (Located, p => p.Write("STEP.table", $"[{Row($",\"place\":\"{Id(61)}\"")}]"), "-everyLocationAnswered:1"),
        (Located, p => p.Write("STEP.table", $$"""[{"item":"ONE","place":"{{BufferB2}}"}]"""), "-everyLocationAnswered:1"),
        ("everyItemAnswered\", \"with\": { \"field\": \"table\", \"item\": \"item\" }", p => p.Write("STEP.table", $"[{Bare}]"), "-everyItemAnswered"),
        (ByDone + "}", p => p.Write("STEP.table", $"[{Row(",\"state\":\"TO_DO\",\"reason\":\"Bientôt\"")}]"), "-eachDoneOrNotApplicable:1"),
        (ByDone + ", \"item\": \"item\" }", p => p.Write("STEP.table", """[{"item":"ONE","state":"DONE"}]"""), "-eachDoneOrNotApplicableItems"),

        ("communicated\", \"with\": { \"after\": \"BEFORE\" }", p => p.Tell(SignedAt.AddDays(9)).NotSigned.Add("BEFORE"), "-communicated"),
        ("communicated\", \"with\": { \"after\": \"BEFORE\" }", p => p.Tell(SignedAt), "+communicated:1"),
        ("communicated\", \"with\": { \"read\": true }", p => ToldTwice(p), "-communicatedUnread:2"),
        (Standard, p => p.Write("STEP.choice", "\"EFFECTIVE\"").Write("STEP.text", "\"Fiche\"").Act("A-1", ActionKind.Corrective)
            .Tell(new(2026, 2, 1, 8, 0, 0, TimeSpan.Zero), Operator, Planner), "+standardReadOrNextCycle:1"),

        ("baselineMeasured\", \"with\": { \"points\": 14 }", p => p.Measure(1), "+baselineMeasured:14"),
        ("baselineMeasured\"", p => Second(p).Measure(1, hasBaseline: false), "+baselineMeasured:3"),
        ("targetSet\"", p => Second(p).Measure(5, target: 5), "-targetSetNoBetter"),
        ("targetSet\"", p => p.Measure(5, target: 20), "-targetSetNoBetter"),
        ("targetSet\"", p => p.MeasureToo(5, hasDay: false), "-targetSet"),
        ("targetSet\"", p => p.MeasureToo(5, target: 15, direction: Direction.Higher).MeasureToo(5, target: 14, direction: Direction.Higher), "+targetSet -targetSetNoBetter"),
        (Measured, p => p.Act("A-1", ActionKind.Corrective, state: ActionState.Done).Measure(1), "+measuredAfterLastAction"),
        (Measured, p => Acted(p).Act("A-2", ActionKind.Corrective, state: ActionState.Cancelled, doneOn: Later), "+measuredAfterLastAction"),
        (Measured, p => Acted(p).Act("A-2", ActionKind.Containment, doneOn: Later), "+measuredAfterLastAction"),
        (Measured, p => Acted(p).Act("A-2", ActionKind.Preventive, doneOn: Later, step: "AFTER"), "+measuredAfterLastAction"),
        (Measured, p => Acted(p).Act("A-2", ActionKind.Preventive, doneOn: Later, step: "STEP"), "-effectBeforeLastAction"),
        (Measured, p => Acted(p).Act("A-2", ActionKind.Corrective, doneOn: Later), "-effectBeforeLastAction"),
        (Measured, p => Second(Acted(p)), "-effectNoAction"),
        (Measured, p => Second(Acted(p)).Act("A-2", ActionKind.Corrective, cycle: 2), "-effectNotMeasured"),
        (Measured, p => Acted(p).CameBackOn = Later, "-effectBeforeRecurrence"),
        (Measured, p => p.Act("A-1", ActionKind.Corrective), "-indicatorNamed"),
        ("effective\", \"with\": { \"acceptedIn\": \"text\" }", p => Acted(p).Measure(5).Write("STEP.text", "\" \"", Sponsor), "-effectFallsShort"),
        (Of("verdictAsMeasured", "field", "choice"), p => Acted(p).MeasureToo(5).Write("STEP.choice", "\"EFFECTIVE\""), "-verdictAsMeasured=Better"),
        (Of("verdictAsMeasured", "field", "choice"), p => Acted(p).MeasureToo(5).Write("STEP.choice", "\"FALLS_SHORT\""), "+verdictAsMeasured"),
        (Of("verdictAsMeasured", "field", "choice"), p => Acted(p).MeasureToo(null).Write("STEP.choice", "\"EFFECTIVE\""), ""),
        ("resultAgainstTarget\", \"with\": { \"field\": \"number\", \"reason\": \"text\" }",
            p => p.Measure(1).Write("STEP.number", """{"value":0,"unit":"ruptures"}"""), "+resultAgainstTarget"),
        ("effectHeldToday\", \"with\": { \"step\": \"BEFORE\" }", p => p.AlertsSince.Add(Id(90)), "-effectHeldTodayAlerts:1"),
        ("checksHeld\"", p => p.Checks = [new("BEFORE", 30, ActionDone, ActionDone, false)], "+checksHeld:0"),
        ("noRecurrenceOver\", \"with\": { \"shifts\": 12 }", _ => { }, "+noRecurrenceOver:12"),
    ];

    private static readonly DateOnly Later = new(2026, 2, 9);

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Cases.Length)];

    private static string Within => "actionWithin\", \"with\": { \"kind\": \"CONTAINMENT\", \"hours\": 24 }";

    private static string Located => "everyLocationAnswered\", \"with\": { \"field\": \"table\", \"column\": \"place\" }";

    private static string Standard =>
        "standardReadOrNextCycle\", \"with\": { \"field\": \"choice\", \"choice\": \"EFFECTIVE\", \"standard\": \"text\" }";

    private static string Measured => "measuredAfterLastAction\"";

    private static string Bare => """{"item":"ONE"}""";

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_rule_holds_up_to_its_limit_and_no_further(int number)
    {
        var (rule, with, found) = Cases[number];
        var plan = new PlanInTest(Method(rule));
        with(plan);

        Assert.Equal((rule, found), (rule, string.Join(' ', plan.Check("STEP").Select(Said))));
    }

    private static string Said(GateFinding finding) => (finding.Holds ? "+" : "-") + finding.Rule
        + (finding.Arguments.TryGetValue("count", out var count) ? $":{count}" : "")
        + (finding is { Holds: false, Rule: "verdictAsMeasured" } ? $"={((Bilingual)finding.Arguments["measured"]!).En}" : "");

    private static MethodDefinition Method(string rule)
    {
        var reading = MethodFile.Read(Encoding.UTF8.GetBytes($$"""
            { "code": "A3", "version": 1, "name": { "fr": "A3", "en": "A3" }, "about": { "fr": "A", "en": "A" }, "sponsorTitle": { "fr": "M", "en": "M" },
              "steps": [{{Step("BEFORE", "", "")}}, {{Step("STEP", Fields, $"{{ \"rule\": \"{rule} }}")}}, {{Step("AFTER", "", "")}}] }
            """));
        Assert.Empty(reading.Faults);
        return reading.Method!;
    }

    private static string Step(string code, string fields, string gate) =>
        $$"""{ "code": "{{code}}", "name": { "fr": "É", "en": "S" }, "purpose": { "fr": "B", "en": "P" }, "fields": [{{fields}}], "gate": [{{gate}}] }""";

    private static string Of(string rule, string name, string value) => $"{rule}\", \"with\": {{ \"{name}\": \"{value}\" }}";

    private static string PerCause(string rule) => $"{rule}\", \"with\": {{ \"field\": \"whys\", \"kinds\": [\"CORRECTIVE\"] }}";

    private static string Why(string id, string verdict = "VERIFIED", string more = "") =>
        $$"""{"id":"{{id}}","text":"{{id}}","verdict":"{{verdict}}","proof":{"kind":"REPRODUCED","text":"Essai"},"isRoot":true{{more}}}""";

    private static string Bone(string verdict) =>
        $$"""[{"id":"a","family":"METHOD","text":"a","verdict":"{{verdict}}","proof":{"kind":"REPRODUCED","text":"Essai"} }]""";

    private static string Row(string more = "") => $$"""{"item":"ONE","what":"Dit"{{more}}}""";

    private static PlanInTest Acted(PlanInTest plan) => plan.Act("A-1", ActionKind.Corrective).Measure(1);

    private static PlanInTest Second(PlanInTest plan)
    {
        plan.PastCycles = [new PastCycle(1, [])];
        return plan;
    }

    private static PlanInTest ToldTwice(PlanInTest plan)
    {
        var first = plan.Tell(SignedAt).Communications[0];
        plan.Tell(SignedAt.AddDays(1)).Communications.Add(first);
        return plan;
    }
}
