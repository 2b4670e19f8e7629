using LogiPilot.Kaizen.Core.Improvement.Actions;
using LogiPilot.Kaizen.Server.Improvement.Methods;
using static LogiPilot.Kaizen.Server.Tests.Improvement.Methods.PlanInTest;

namespace LogiPilot.Kaizen.Server.Tests.Improvement.Methods;

/// <summary>Each gate of the QRQC lets a complete case pass, and says exactly what one thing less leaves missing.</summary>
public sealed class QrqcGateTests
{
    private static readonly GateCase[] Cases =
    [
        new("DETECTION", "confirmed", p => p.Write("DETECTION.seenAtPlace", "false"), "« Constaté sur place » n’est pas confirmé.", "“Seen at the place” is not confirmed."),
        new("DETECTION", "oneFilled", p => p.Write("DETECTION.part", "false"),
            "Il faut au moins l’un de ces éléments : Pièce réelle conservée, Photos.", "At least one of these is needed: Real part kept, Photographs."),
        new("COMMUNICATION", "everyItemAnswered", p => p.Write("COMMUNICATION.told", Told("LINE")),
            "« Qui a été prévenu » : rien n’est dit sur Le niveau suivant.", "“Who was told”: nothing is said about The next level."),
        new("COMMUNICATION", "actionWithin", p => p.Actions.RemoveAll(a => a.Kind == ActionKind.Containment),
            "Aucune action n’est faite (conservatoire) ; elle est due dans les 24 h.", "No action is done (containment); it is due within 24 h."),
        new("COMMUNICATION", "actionWithinOpen", p => p.Act("A-8", ActionKind.Containment, state: ActionState.ToDo),
            "1 action n’est pas encore faite : A-8.", "1 action is not done yet: A-8."),
        new("COMMUNICATION", "actionWithinLate", p => p.Act("A-1", ActionKind.Containment, doneAt: Opened.AddHours(25)),
            "L’action (conservatoire) a dépassé 24 h : dites pourquoi dans « Pourquoi la protection a dépassé 24 h ».",
            "The action (containment) took more than 24 h: say why in “Why containment took more than 24 h”.", Field: "COMMUNICATION.lateReason"),
        new("ANALYSIS", "verifiedCause", p => p.Write("ANALYSIS.whys", """[{"id":"a","text":"Le bac","verdict":"OPEN","isRoot":true}]"""),
            "Aucune cause racine n’est vérifiée avec sa preuve.", "No root cause is verified with its proof."),
        new("ANALYSIS", "everyVerdictProven", p => p.Write("ANALYSIS.whys", p.Read("ANALYSIS.whys")[..^1] + """,{"id":"b","text":"Le train","verdict":"VERIFIED"}]"""),
            "1 cause est jugée sans preuve : « Le train ».", "1 cause is judged without proof: « Le train »."),
        new("VERIFICATION", "sponsorApproved", p => p.ApprovedAt = null,
            "Le plan n’est pas approuvé (Responsable du niveau).", "The plan is not approved (Owner of the level)."),
        new("VERIFICATION", "actionsDoneNoneOf", p => p.Actions.RemoveAll(a => a.Kind == ActionKind.Corrective),
            "Il faut au moins 1 action (corrective), il y en a 0.", "At least 1 action is needed (corrective), there are 0.", "actionsDone"),
        new("VERIFICATION", "noRecurrenceOver", p => p.Shifts = 9,
            "9 équipes travaillées sans récidive, il en faut 10.", "9 shifts worked without recurrence, 10 are needed."),
        new("VERIFICATION", "noRecurrenceOverAlerts", p => { p.Shifts = 7; p.AlertsSince.Add(Id(90)); },
            "Le problème est revenu : 1 alerte depuis la dernière action. Équipes travaillées depuis : 7 sur 10.",
            "The problem came back: 1 alert since the last action. Shifts worked since: 7 of 10."),
        new("VERIFICATION", "communicated", p => p.Tell(SignedAt.AddDays(-1), Operator, Planner),
            "Rien n’a encore été communiqué à ce stade.", "Nothing has been communicated at this stage yet."),
        new("VERIFICATION", "communicatedUnread", p => p.Tell(SignedAt.AddDays(1)),
            "2 personnes n’ont pas encore lu ce qui leur a été communiqué.", "2 people have not read what was communicated yet."),
        new("VERIFICATION", "noOpenAction", p => p.Act("A-9", ActionKind.Analysis, state: ActionState.Doing),
            "1 action est encore ouverte : A-9.", "1 action is still open: A-9."),
    ];

    public static TheoryData<int> Numbers => GateCase.Numbers(Cases);

    [Fact]
    public void A_complete_case_passes_every_gate() => GateCase.VerifyComplete(Complete());

    [Fact]
    public void Every_compulsory_field_is_asked_for_by_name() => GateCase.VerifyCompulsory(Complete);

    [Fact]
    public void Every_rule_is_tried() => GateCase.VerifyEveryRule(Complete().Method, Cases);

    [Theory]
    [MemberData(nameof(Numbers))]
    public void One_thing_less_is_told_and_nothing_else(int number) => Cases[number].Verify(Complete());

    private static PlanInTest Complete() => new PlanInTest(MethodLibrary.Shipped[3])
        .Write("DETECTION.fact", "\"Faisceau coupé\"").Write("DETECTION.place", $"\"{Id(80)}\"").Write("DETECTION.seenAtPlace", "true")
        .Write("DETECTION.seenBy", $"\"{Operator}\"").Write("DETECTION.seenOn", "\"2026-01-31\"").Write("DETECTION.seenTime", "\"08:00\"")
        .Write("DETECTION.part", "true").Write("DETECTION.quantity", """{"value":3,"unit":"pièces"}""")
        .Write("COMMUNICATION.told", Told("LINE", "NEXT_LEVEL"))
        .Write("ANALYSIS.comparison", """[{"point":"Gaine","bad":"Coupée","good":"Entière","difference":"Arête du bac"}]""")
        .Write("ANALYSIS.data", $"[\"{Id(95)}\"]")
        .Write("ANALYSIS.whys", """[{"id":"a","text":"L’arête du bac","verdict":"VERIFIED","proof":{"kind":"REPRODUCED","text":"Essai"},"isRoot":true}]""")
        .Write("VERIFICATION.feedback", "\"Bacs ébavurés\"")
        .Act("A-1", ActionKind.Containment).Act("A-2", ActionKind.Corrective, "a").Tell(SignedAt.AddDays(1), Operator, Planner);

    private static string Told(params string[] whom) =>
        $"[{string.Join(',', whom.Select(w => $$"""{"whom":"{{w}}","who":"{{Planner}}","on":"2026-01-31"}"""))}]";
}
