using LogiPilot.Kaizen.Core.Improvement.Actions;
using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Server.Improvement.Methods;
using static LogiPilot.Kaizen.Server.Tests.Improvement.Methods.PlanInTest;

namespace LogiPilot.Kaizen.Server.Tests.Improvement.Methods;

/// <summary>Each gate of the PDCA lets a complete plan pass, and says exactly what one thing less leaves missing.</summary>
public sealed class PdcaGateTests
{
    private static readonly GateCase[] Cases =
    [
        new("PLAN", "filled", p => p.Write("PLAN.gap", """{"unit":"min"}"""), "« Écart à réduire » reste à remplir.", "“Gap to be reduced” is still to be filled in."),
        new("PLAN", "verifiedCause", p => p.Write("PLAN.whys", Whys("OPEN")), "Aucune cause racine n’est vérifiée avec sa preuve.", "No root cause is verified with its proof."),
        new("PLAN", "everyVerdictProven", p => p.Write("PLAN.whys", Whys("VERIFIED")[..^1] + """,{"id":"b","text":"Les bacs","verdict":"REFUTED"}]"""),
            "1 cause est jugée sans preuve : « Les bacs ».", "1 cause is judged without proof: « Les bacs »."),
        new("PLAN", "targetSet", p => p.Measure(1, target: null), "« Ruptures » : il manque la cible ou sa date.", "“Ruptures”: the target or its date is missing."),
        new("PLAN", "targetSetNoBetter", p => p.Measure(1, target: 14),
            "« Ruptures » : la cible, 14 ruptures, ne fait pas mieux que le départ, 14 ruptures.",
            "“Ruptures”: the target, 14 ruptures, is no better than the baseline, 14 ruptures."),
        new("PLAN", "indicatorNamed", p => p.Indicators.Clear(), "Aucun indicateur n’est défini.", "No indicator is defined.", "targetSet"),
        new("PLAN", "actionPerCause", p => p.Act("A-1", ActionKind.Improvement, state: ActionState.Cancelled, cause: "a"),
            "1 cause vérifiée est sans action : « Cause a ».", "1 verified cause has no action: « Cause a »."),
        new("PLAN", "newActionThisCycle", p => p.Measure(5).PastCycles = [new PastCycle(1, [Past])],
            "Le cycle 2 n’a encore aucune action nouvelle.", "Cycle 2 has no new action yet."),
        new("DO", "actionsDone", p => p.Act("A-1", ActionKind.Improvement, "a", ActionState.ToDo),
            "1 action n’est ni faite ni annulée : A-1.", "1 action is neither done nor cancelled: A-1."),
        new("DO", "actionsDoneNone", p => p.Actions.Clear(), "Il faut au moins 1 action, il y en a 0.", "At least 1 action is needed, there are 0."),
        new("CHECK", "effectNoAction", p => p.Act("A-1", ActionKind.Improvement, "a", ActionState.Doing),
            "« Ruptures » : aucune action n’est faite, il n’y a pas encore d’effet à mesurer.",
            "“Ruptures”: no action is done, there is no effect to measure yet.", "measuredAfterLastAction"),
        new("CHECK", "effectNoBaseline", p => p.Measure(1, hasBaseline: false),
            "« Ruptures » : sans mesure de départ, aucun effet ne peut être jugé.", "“Ruptures”: without a baseline no effect can be judged."),
        new("CHECK", "effectNoTarget", p => p.Measure(1, target: null),
            "« Ruptures » : sans cible, aucun effet ne peut être jugé.", "“Ruptures”: without a target no effect can be judged."),
        new("CHECK", "effectNotMeasured", p => p.Measure(null),
            "« Ruptures » n’est pas mesuré depuis la dernière action, faite le 01/02/2026.",
            "“Ruptures” is not measured since the last action, done on 01/02/2026."),
        new("CHECK", "effectBeforeLastAction", p => p.Measure(1, startsAfter: -1),
            "« Ruptures » : la mesure commence le 31/01/2026, avant la dernière action, faite le 01/02/2026.",
            "“Ruptures”: the measurement begins on 31/01/2026, before the last action, done on 01/02/2026."),
        new("CHECK", "effectPeriodDiffers", p => p.Measure(1, days: 21),
            "« Ruptures » : 21 jours mesurés contre 28 au départ ; les deux périodes doivent être égales.",
            "“Ruptures”: 21 days measured against 28 at the start; the two periods must be equal."),
        new("CHECK", "effectNotComparable", p => p.Measure(1, hours: 160),
            "« Ruptures » : la période n’a que 50 % de l’activité du départ, il en faut 80 % pour comparer.",
            "“Ruptures”: the period has only 50 % of the activity of the baseline, 80 % are needed to compare."),
        new("CHECK", "verdictAsMeasured", p => p.Measure(5),
            "Le jugement dit « Efficace : la cible est atteinte », la mesure dit « Mieux, mais sous la cible ».",
            "The verdict says “Effective: the target is reached”, the measurement says “Better, but short of the target”.", Field: "CHECK.verdict"),
        new("ACT", "standardReadOrNextCycle", p => p.Write("ACT.standard", null),
            "Dites quel standard a changé : « Standard changé ».", "Say which standard was changed: “Standard changed”.", Field: "ACT.standard"),
        new("ACT", "standardReadOrNextCycleTold", p => p.Tell(Opened.AddHours(-1), Operator, Planner),
            "Le standard changé n’a pas été communiqué depuis la dernière action.",
            "The standard that was changed has not been communicated since the last action."),
        new("ACT", "standardReadOrNextCycleUnread", p => p.Tell(SignedAt, Operator),
            "1 personne n’a pas encore lu ce qui lui a été communiqué.", "1 person has not read what was communicated yet."),
        new("ACT", "standardReadOrNextCycleNext", p => p.Write("ACT.decision", "\"NEXT_CYCLE\""),
            "La suite est « Ouvrir le cycle suivant » : ouvrez le cycle suivant au lieu de signer.",
            "What next is “Open the next cycle”: open the next cycle instead of signing."),
        new("ACT", "effectWrongWay", p => p.Measure(14),
            "« Ruptures » : 14 ruptures contre 14 au départ, ce n’est pas mieux. Revenez aux causes.",
            "“Ruptures”: 14 ruptures against 14 at the start, which is no better. Go back to the causes.", "effective"),
        new("ACT", "noOpenAction", p => p.Act("A-2", ActionKind.Analysis, state: ActionState.ToDo),
            "1 action est encore ouverte : A-2.", "1 action is still open: A-2."),
    ];

    public static TheoryData<int> Numbers => GateCase.Numbers(Cases);

    private static PlanStep Past => new("CHECK", StepState.Signed, null, null, Leader, SignedAt, [], null, 1);

    [Fact]
    public void A_complete_plan_passes_every_gate() => GateCase.VerifyComplete(Complete());

    [Fact]
    public void Every_compulsory_field_is_asked_for_by_name() => GateCase.VerifyCompulsory(Complete);

    [Fact]
    public void Every_rule_is_tried() => GateCase.VerifyEveryRule(Complete().Method, Cases);

    [Theory]
    [MemberData(nameof(Numbers))]
    public void One_thing_less_is_told_and_nothing_else(int number) => Cases[number].Verify(Complete());

    private static PlanInTest Complete() => new PlanInTest(MethodLibrary.Shipped[1])
        .Write("PLAN.problem", "\"Le poste 7 s’arrête\"").Write("PLAN.gap", """{"value":13,"unit":"ruptures"}""").Write("PLAN.whys", Whys("VERIFIED"))
        .Write("DO.deviations", "\"Aucun\"")
        .Write("CHECK.sideEffects", "\"Aucun\"").Write("CHECK.verdict", "\"EFFECTIVE\"")
        .Write("ACT.decision", "\"STANDARDISE\"").Write("ACT.standard", "\"Fiche de poste, indice C\"").Write("ACT.lessons", "\"Recalculer\"")
        .Act("A-1", ActionKind.Improvement, "a").Measure(1).Tell(SignedAt, Operator, Planner);

    private static string Whys(string verdict) =>
        $$"""[{"id":"a","text":"Cause a","verdict":"{{verdict}}","proof":{"kind":"CORRELATED","text":"Relevé"},"isRoot":true}]""";
}
