using LogiPilot.Kaizen.Core.Improvement.Actions;
using LogiPilot.Kaizen.Server.Improvement.Methods;
using static LogiPilot.Kaizen.Server.Tests.Improvement.Methods.PlanInTest;

namespace LogiPilot.Kaizen.Server.Tests.Improvement.Methods;

/// <summary>Each gate of the DMAIC lets a complete plan pass, and says exactly what one thing less leaves missing.</summary>
public sealed class DmaicGateTests
{
    private static readonly GateCase[] Cases =
    [
        new("DEFINE", "everyItemAnswered", p => p.Write("DEFINE.smart", Items("letter", "answer", "SPECIFIC", "MEASURABLE", "ACHIEVABLE", "RELEVANT")),
            "« Objectif SMART » : rien n’est dit sur Daté.", "“SMART goal”: nothing is said about Time-bound.", Field: "DEFINE.smart"),
        new("DEFINE", "everyItemAnswered", p => p.Write("DEFINE.scope", Items("side", "what", "IN")),
            "« Périmètre » : rien n’est dit sur Hors périmètre.", "“Scope”: nothing is said about Out of scope.", Field: "DEFINE.scope"),
        new("DEFINE", "everyItemAnswered", p => p.Write("DEFINE.sipoc", Items("part", "what", "SUPPLIERS", "PROCESS", "OUTPUTS")),
            "« SIPOC » : rien n’est dit sur Entrées, Clients.", "“SIPOC”: nothing is said about Inputs, Customers.", Field: "DEFINE.sipoc"),
        new("DEFINE", "filledRows", p => p.Write("DEFINE.voice", """[{"who":"Îlot 3","says":"On attend"}]"""),
            "« Voix du client » : 1 ligne est incomplète.", "“Voice of the customer”: 1 row is incomplete.", Field: "DEFINE.voice"),
        new("DEFINE", "members", p => p.Participants.Clear(), "Il faut au moins 1 membre, il y en a 0.", "At least 1 member is needed, there are 0."),
        new("DEFINE", "membersDescribed", p => p.Participants[0] = p.Participants[0] with { Skill = " " },
            "Le rôle ou la compétence d’un membre reste à dire.", "The role or the skill of one member is still to be said."),
        new("DEFINE", "indicatorNamed", p => p.Indicators.Clear(), "Aucun indicateur n’est défini.", "No indicator is defined."),
        new("MEASURE", "decidedOtherwise", p => p.Write("MEASURE.system", "\"NOT_SOUND\""),
            "« Le système de mesure convient-il ? » : la réponse est « Non » ; pour continuer, il faut « Oui ».",
            "“Is the measurement system sound?”: the answer is “No”; to go on it has to be “Yes”.", "decided"),
        new("MEASURE", "baselineMeasured", p => p.Measure(1, hasBaseline: false),
            "« Ruptures » : la situation de départ n’est pas mesurée.", "“Ruptures”: the starting point is not measured."),
        new("MEASURE", "baselineMeasuredPoints", p => p.Measure(1, points: 0),
            "« Ruptures » : la mesure de départ compte 0 point, il en faut 1.", "“Ruptures”: the baseline has 0 points, 1 is needed."),
        new("ANALYSE", "verifiedCause", p => p.Write("ANALYSE.whys", Cause("a", "REFUTED")),
            "Aucune cause racine n’est vérifiée avec sa preuve.", "No root cause is verified with its proof."),
        new("ANALYSE", "noOpenCause", p => p.Write("ANALYSE.whys", Cause("a")[..^1] + """,{"id":"b","text":"Le train","isRoot":true}]"""),
            "1 cause racine n’est ni vérifiée ni réfutée : « Le train ».", "1 root cause is neither verified nor refuted: « Le train »."),
        new("ANALYSE", "everyVerdictProven", p => p.Write("ANALYSE.whys", Cause("a")[..^1] + """,{"id":"b","text":"Le train","verdict":"REFUTED"}]"""),
            "1 cause est jugée sans preuve : « Le train ».", "1 cause is judged without proof: « Le train »."),
        new("ANALYSE", "causesHaveData", p => p.Write("ANALYSE.whys", Cause("a").Replace($"\"{Id(95)}\"", "", StringComparison.Ordinal)),
            "1 cause vérifiée est sans données jointes : « Cause a ».", "1 verified cause has no data attached: « Cause a »."),
        new("ANALYSE", "everyCauseCovered", p => p.Write("ANALYSE.ties", """[{"cause":"b","explains":"Le matin"}]"""),
            "1 cause vérifiée n’est pas traitée : « Cause a ».", "1 verified cause is not covered: « Cause a ».", Field: "ANALYSE.ties"),
        new("IMPROVE", "actionsTiedToCauses", p => p.Act("A-2", ActionKind.Improvement),
            "1 action n’est liée à aucune cause vérifiée : A-2.", "1 action is tied to no verified cause: A-2."),
        new("IMPROVE", "actionsTiedToCausesNone", p => p.Actions.Clear(),
            "Aucune action n’est prévue (corrective, d’amélioration).", "No action is planned (corrective, improvement)."),
        new("IMPROVE", "resultAgainstTarget", p => p.Write("IMPROVE.pilotResult", """{"value":4,"unit":"ruptures"}"""),
            "Le résultat, 4 ruptures, n’atteint pas la cible, 1 rupture : dites pourquoi continuer dans « Pourquoi déployer sous la cible ».",
            "The result, 4 ruptures, does not reach the target, 1 rupture: say why to go on in “Why roll out below the target”.", Field: "IMPROVE.pilotReason"),
        new("IMPROVE", "sponsorApproved", p => p.ApprovedAt = null, "Le plan n’est pas approuvé (Sponsor).", "The plan is not approved (Sponsor)."),
        new("CONTROL", "noOpenAction", p => p.Act("A-2", ActionKind.Preventive, state: ActionState.Doing),
            "1 action est encore ouverte : A-2.", "1 action is still open: A-2."),
        new("CONTROL", "checksHeld", p => p.Checks[2] = p.Checks[2] with { HeldOn = null, Passed = null },
            "Un contrôle reste à tenir (jour 90), le 01/05/2026.", "One check is still to be held (day 90), on 01/05/2026."),
        new("CONTROL", "checksHeldFailed", p => p.Checks[1] = p.Checks[1] with { Passed = false },
            "Le contrôle du jour 60 a échoué : l’amélioration est à reprendre.", "The check of day 60 failed: the improvement is to be taken up again."),
        new("CONTROL", "checksHeldUnscheduled", p => p.Checks.Clear(),
            "Les contrôles des jours 30, 60, 90 ne sont pas encore programmés.", "The checks of days 30, 60, 90 are not scheduled yet."),
        new("CONTROL", "effectNotComparable", p => p.Measure(1, hours: 255),
            "« Ruptures » : la période n’a que 79 % de l’activité du départ, il en faut 80 % pour comparer.",
            "“Ruptures”: the period has only 79 % of the activity of the baseline, 80 % are needed to compare.", "effective"),
    ];

    public static TheoryData<int> Numbers => GateCase.Numbers(Cases);

    [Fact]
    public void A_complete_plan_passes_every_gate() => GateCase.VerifyComplete(Complete());

    [Fact]
    public void Every_compulsory_field_is_asked_for_by_name() => GateCase.VerifyCompulsory(Complete);

    [Fact]
    public void Every_rule_is_tried() => GateCase.VerifyEveryRule(Complete().Method, Cases);

    [Theory]
    [MemberData(nameof(Numbers))]
    public void One_thing_less_is_told_and_nothing_else(int number) => Cases[number].Verify(Complete());

    private static PlanInTest Complete()
    {
        var plan = new PlanInTest(MethodLibrary.Shipped[2])
            .Write("DEFINE.problem", "\"14 ruptures\"").Write("DEFINE.businessCase", "\"212 min d’arrêt\"")
            .Write("DEFINE.smart", Items("letter", "answer", "SPECIFIC", "MEASURABLE", "ACHIEVABLE", "RELEVANT", "TIME_BOUND"))
            .Write("DEFINE.scope", Items("side", "what", "IN", "OUT"))
            .Write("DEFINE.sipoc", Items("part", "what", "SUPPLIERS", "INPUTS", "PROCESS", "OUTPUTS", "CUSTOMERS"))
            .Write("DEFINE.voice", """[{"who":"Îlot 3","says":"On attend","requirement":"Moins de 5 min"}]""")
            .Write("MEASURE.collection", $$"""[{"what":"Heure","how":"Scan","where":"Îlot 3","who":"{{Operator}}","from":"2026-01-04","to":"2026-01-31"}]""")
            .Write("MEASURE.system", "\"SOUND\"").Write("MEASURE.systemResult", "\"Double relevé, 41 sur 41\"")
            .Write("ANALYSE.whys", Cause("a")).Write("ANALYSE.ties", """[{"cause":"a","explains":"12 arrêts sur 14","share":86}]""")
            .Write("IMPROVE.pilot", "\"Îlot 3\"").Write("IMPROVE.pilotResult", """{"value":1,"unit":"ruptures"}""")
            .Write("IMPROVE.rollOut", $$"""[{"what":"Seuils","where":"Îlots 1 et 2","who":"{{Planner}}","by":"2026-02-15"}]""")
            .Write("CONTROL.controlPlan", $$"""[{"what":"Seuil","limit":"± 10 %","frequency":"Chaque lundi","owner":"{{Planner}}","reaction":"Recalculer"}]""")
            .Write("CONTROL.standard", "\"Fiche, indice C\"").Write("CONTROL.training", "\"Équipes A et B\"")
            .Act("A-1", ActionKind.Corrective, "a").Measure(1);
        plan.Checks = [.. ((int[])[30, 60, 90]).Select(d => new Core.Improvement.Methods.StepCheck("CONTROL", d, new DateOnly(2026, 1, 31).AddDays(d), new(2026, 5, 2), true))];
        return plan;
    }

    private static string Items(string item, string answer, params string[] codes) =>
        $"[{string.Join(',', codes.Select(c => $$"""{"{{item}}":"{{c}}","{{answer}}":"Dit"}"""))}]";

    private static string Cause(string id, string verdict = "VERIFIED") =>
        $$"""[{"id":"{{id}}","text":"Cause {{id}}","verdict":"{{verdict}}","proof":{"kind":"CORRELATED","text":"Relevé","attachmentIds":["{{Id(95)}}"]},"isRoot":true}]""";
}
