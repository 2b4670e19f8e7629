using LogiPilot.Kaizen.Core.Improvement.Actions;
using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Server.Improvement.Methods;
using static LogiPilot.Kaizen.Server.Tests.Improvement.Methods.PlanInTest;

namespace LogiPilot.Kaizen.Server.Tests.Improvement.Methods;

/// <summary>Each gate of the 8D lets a complete plan pass, and says exactly what one thing less leaves missing.</summary>
public sealed class EightDGateTests
{
    private static readonly GateCase[] Cases =
    [
        new("D0", "actionsOrReason", p => p.Actions.RemoveAll(a => a.Kind == ActionKind.Emergency),
            "Aucune action (d’urgence) et aucune raison : remplissez « Pourquoi aucune action d’urgence ».",
            "No action (emergency) and no reason: fill in “Why no emergency action”.", Field: "D0.noEmergency"),
        new("D0", "actionsOrReasonOpen", p => p.Act("A-1", ActionKind.Emergency, state: ActionState.Done),
            "1 action n’est pas encore vérifiée : A-1.", "1 action is not verified yet: A-1."),
        new("D1", "sponsorIsNotLeader", p => p.SponsorId = Leader,
            "Champion et pilote sont la même personne : il en faut deux.", "Champion and leader are the same person: it takes two."),
        new("D1", "sponsorIsNotLeaderNone", p => p.SponsorId = null, "Champion : personne n’est désigné.", "Champion: nobody is named."),
        new("D1", "sponsorNotMember", p => p.Participants.Add(new(Sponsor, "Chef", "Décider", "Atelier")),
            "Champion : cette personne ne peut pas être membre de l’équipe.", "Champion: this person cannot be a member of the team."),
        new("D1", "members", p => p.Participants.RemoveAt(1),
            "Il faut au moins 2 membres, il y en a 1.", "At least 2 members are needed, there are 1."),
        new("D1", "membersTooMany", p => p.Participants.AddRange(Enumerable.Range(10, 9).Select(i => new PlanParticipant(Id(i), "Renfort", "Trier", "Tri"))),
            "10 membres au plus, il y en a 11.", "At most 10 members, there are 11."),
        new("D1", "membersDescribed", p => p.Participants[1] = p.Participants[1] with { Skill = null },
            "Le rôle ou la compétence d’un membre reste à dire.", "The role or the skill of one member is still to be said."),
        new("D1", "memberFromPlace", p => p.Participants[0] = p.Participants[0] with { PersonId = Id(5) },
            "Aucun membre ne vient de l’atelier du problème.", "No member comes from the area of the problem."),
        new("D1", "memberFromPlaceUnknown", p => p.AreaId = null,
            "L’atelier du problème n’est pas connu : donnez le lieu du plan.", "The area of the problem is not known: give the place of the plan."),
        new("D2", "quantified", p => p.Write("D2.qqoqccp", p.Read("D2.qqoqccp").Replace("14 fois", "souvent", StringComparison.Ordinal)),
            "« QQOQCCP » n’est pas chiffré : dites combien.",
            "“QQOQCCP (who, what, where, when, how, how much, why)” has no figure: say how much.", Field: "D2.qqoqccp"),
        new("D2", "filledParts", p => p.Write("D2.qqoqccp", p.Read("D2.qqoqccp").Replace("\"why\":\"La ligne attend\"", "\"why\":\" \"", StringComparison.Ordinal)),
            "« QQOQCCP » : il manque pourquoi.", "“QQOQCCP (who, what, where, when, how, how much, why)”: still missing why."),
        new("D2", "minRows", p => p.Write("D2.isIsNot", "[" + Pair("OBJECT") + "," + Pair("WHERE") + "," + Pair("TREND") + "]"),
            "« Est / n’est pas » : il faut au moins 4 lignes complètes, il y en a 3.",
            "“Is / is not”: at least 4 complete rows are needed, there are 3.", Field: "D2.isIsNot"),
        new("D2", "noCauseNamed", p => p.Write("D2.noCause", "false"),
            "Le pilote n’a pas confirmé que l’énoncé ne nomme aucune cause.", "The leader has not confirmed that the statement names no cause."),
        new("D2", "noCauseNamedByOther", p => p.Write("D2.noCause", "true", Planner),
            "C’est au pilote lui-même de confirmer que l’énoncé ne nomme aucune cause.",
            "It is for the leader in person to confirm that the statement names no cause.", "noCauseNamed"),
        new("D3", "actionsVerifiedNone", p => p.Actions.RemoveAll(a => a.Kind == ActionKind.Containment),
            "Aucune action n’est prévue (conservatoire).", "No action is planned (containment).", "actionsVerified"),
        new("D3", "actionsVerified", p => Contain(p, ActionState.Doing),
            "1 action n’est pas encore vérifiée : A-2.", "1 action is not verified yet: A-2."),
        new("D3", "actionsVerifiedProof", p => Contain(p, proof: null), "1 action est vérifiée sans preuve : A-2.", "1 action is verified without evidence: A-2."),
        new("D3", "actionsVerifiedEffect", p => Contain(p, isEffective: false),
            "1 action n’est pas jugée efficace : A-2.", "1 action is not judged effective: A-2."),
        new("D3", "removalConditionSet", p => Contain(p, removal: null),
            "1 action conservatoire est sans condition de levée : A-2.", "1 containment has no condition for its removal: A-2."),
        new("D3", "everyLocationAnswered", p => p.Write("D3.suspect", "[]"),
            "1 emplacement qui tient le produit est sans réponse : Tampon B2.", "1 location that holds the product is unanswered: Tampon B2."),
        new("D4", "verifiedCauseOccurrence", p => p.Write("D4.whys", "[" + Cause("e1", "ESCAPE", 30) + "]"),
            "Aucune cause d’occurrence n’est vérifiée.", "No occurrence cause is verified.", "verifiedCause", "D4.whys"),
        new("D4", "verifiedCauseEscape", p => p.Write("D4.whys", "[" + Cause("o1", "OCCURRENCE", 70) + "]"),
            "Aucune cause de non-détection n’est vérifiée.", "No escape cause is verified.", "verifiedCause", "D4.whys"),
        new("D4", "everyVerdictProven", p => p.Write("D4.whys", p.Read("D4.whys")[..^1] + """,{"id":"x","text":"Le train saute l’îlot","verdict":"REFUTED"}]"""),
            "1 cause est jugée sans preuve : « Le train saute l’îlot ».", "1 cause is judged without proof: « Le train saute l’îlot »."),
        new("D4", "contributionsGiven", p => p.Write("D4.whys", "[" + Cause("o1", "OCCURRENCE", 70) + "," + Cause("e1", "ESCAPE", null) + "]"),
            "Il manque la contribution d’une cause racine : « Cause e1 ».", "The contribution of one root cause is missing: « Cause e1 »."),
        new("D5", "everyCauseCovered", p => p.Write("D5.options", "[" + Option("o1", true) + "," + Option("e1", false) + "]"),
            "1 cause vérifiée n’est pas traitée : « Cause e1 ».", "1 verified cause is not covered: « Cause e1 ».", Field: "D5.options"),
        new("D5", "sponsorApproved", p => p.ApprovedAt = null, "Le plan n’est pas approuvé (Champion).", "The plan is not approved (Champion)."),
        new("D6", "actionPerCause", p => p.Act("A-4", ActionKind.Corrective, "elsewhere"),
            "1 cause vérifiée est sans action : « Cause e1 ».", "1 verified cause has no action: « Cause e1 »."),
        new("D6", "actionsDone", p => p.Act("A-4", ActionKind.Corrective, "e1", ActionState.Doing),
            "1 action n’est ni faite ni annulée : A-4.", "1 action is neither done nor cancelled: A-4."),
        new("D6", "actionsDoneProof", p => p.Act("A-4", ActionKind.Corrective, "e1", proof: null),
            "1 action est faite sans preuve : A-4.", "1 action is done without proof: A-4."),
        new("D6", "containmentRemoved", p => Contain(p, isRemoved: false),
            "1 action conservatoire n’est pas levée : A-2.", "1 containment is not removed: A-2."),
        new("D6", "effectFallsShort", p => p.Measure(5),
            "« Ruptures » : 5 ruptures contre 14 au départ, c’est mieux, mais la cible est 1. Revenez aux causes, ou le sponsor accepte ce résultat avec sa raison.",
            "“Ruptures”: 5 ruptures against 14 at the start is better, but the target is 1. Go back to the causes, or the sponsor accepts this result with a reason.",
            "effective", "D6.acceptance"),
        new("D7", "eachDoneOrNotApplicable", p => p.Write("D7.spread", p.Read("D7.spread").Replace("\"reason\":\"Une seule ligne\"", "\"what\":\"Lignes\"", StringComparison.Ordinal)),
            "« Documents, paramètres, formation, extension » : 1 ligne n’est ni faite, ni sans objet avec sa raison.",
            "“Documents, parameters, training, spread”: 1 row is neither done nor not applicable with its reason."),
        new("D7", "eachDoneOrNotApplicableItems", p => p.Write("D7.spread", p.Read("D7.spread").Replace("TRAINING", "LESSONS", StringComparison.Ordinal)),
            "« Documents, paramètres, formation, extension » : rien n’est dit sur Formation.",
            "“Documents, parameters, training, spread”: nothing is said about Training.", "eachDoneOrNotApplicable"),
        new("D8", "noOpenAction", p => p.Act("A-9", ActionKind.Preventive, state: ActionState.ToDo),
            "1 action est encore ouverte : A-9.", "1 action is still open: A-9."),
        new("D8", "effectHeldToday", p => p.NotSigned.Add("D6"),
            "« D6 Mise en œuvre » n’est pas signée aujourd’hui : l’effet n’est pas acquis.",
            "“D6 Implementation” is not signed today: the effect is not proved."),
        new("D8", "effectHeldTodayAlerts", p => p.AlertsSince.AddRange([Id(90), Id(91)]),
            "L’effet ne tient pas : 2 alertes sont revenues sur ce problème depuis « D6 Mise en œuvre ».",
            "The effect does not hold: 2 alerts came back on this problem since “D6 Implementation”.", "effectHeldToday"),
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

    [Fact]
    public void Better_but_short_passes_with_the_reason_that_the_champion_in_person_gives()
    {
        var plan = Complete().Measure(5).Write("D6.acceptance", "\"Le reste viendra du fournisseur\"");
        Assert.Equal("effectFallsShort", Assert.Single(plan.Missing("D6")).Rule);

        Assert.Empty(plan.Write("D6.acceptance", "\"Le reste viendra du fournisseur\"", Sponsor).Missing("D6"));
        Assert.Equal("effectWrongWay", Assert.Single(plan.Measure(15).Missing("D6")).Rule);
    }

    [Fact]
    public void A_root_under_a_cause_that_is_not_proved_is_not_proved_itself()
    {
        var under = Cause("o1", "OCCURRENCE", 70).Replace("\"id\":\"o1\"", "\"id\":\"o1\",\"parentId\":\"top\"", StringComparison.Ordinal);
        var plan = Complete().Write("D4.whys", $$"""[{"id":"top","text":"Le poste manque"},{{under}},{{Cause("e1", "ESCAPE", 30)}}]""");

        Assert.Equal("verifiedCauseOccurrence", Assert.Single(plan.Missing("D4")).Rule);
    }

    private static PlanInTest Complete() => new PlanInTest(MethodLibrary.Shipped[0])
        .Write("D0.symptom", "\"Le poste 7 s’arrête\"").Write("D0.where", $"\"{Id(80)}\"").Write("D0.since", "\"2026-01-05\"")
        .Write("D0.gap", """{"value":14,"unit":"ruptures"}""").Write("D0.decision", "\"WARRANTED\"")
        .Write("D1.authority", "\"Arrêter la ligne\"")
        .Write("D2.qqoqccp", """{"who":"Équipe B","what":"Faisceau","where":"Îlot 3","when":"Le matin","how":"À l’appel","howMuch":"14 fois","why":"La ligne attend"}""")
        .Write("D2.isIsNot", "[" + string.Join(',', ((string[])["OBJECT", "WHERE", "FIRST_SEEN", "TREND"]).Select(Pair)) + "]")
        .Write("D2.statement", "\"14 arrêts faute de faisceau\"").Write("D2.noCause", "true")
        .Write("D3.suspect", $$"""[{"location":"{{BufferB2}}","counted":40,"sorted":40,"bad":0}]""")
        .Write("D4.ishikawa", """[{"id":"i1","family":"METHOD","text":"Seuil figé","verdict":"OPEN"}]""")
        .Write("D4.whys", "[" + Cause("o1", "OCCURRENCE", 70) + "," + Cause("e1", "ESCAPE", 30) + "]")
        .Write("D4.escapePoint", "\"Comptage de début d’équipe\"")
        .Write("D5.options", "[" + Option("o1", true) + "," + Option("e1", true) + "]").Write("D5.why", "\"Le moins cher\"").Write("D5.trial", "\"Deux équipes, aucun arrêt\"")
        .Write("D6.result", "\"Seuil recalculé\"")
        .Write("D7.spread", """
            [{"subject":"DOCUMENTS","what":"Fiche","state":"DONE"},{"subject":"PARAMETERS","what":"Seuil","state":"DONE"},
             {"subject":"TRAINING","what":"Équipes","state":"DONE"},{"subject":"SIMILAR_LINES","what":"Lignes","state":"NOT_APPLICABLE","reason":"Une seule ligne"},
             {"subject":"SIMILAR_PRODUCTS","what":"FAI-082","state":"DONE"},{"subject":"LESSONS","what":"Revue","state":"DONE"}]
            """)
        .Write("D8.lessons", "\"Recalculer à chaque cadence\"").Write("D8.recognition", "\"Remerciés en réunion\"")
        .Act("A-1", ActionKind.Emergency).Act("A-2", ActionKind.Containment, removal: "Seuil en place", isRemoved: true)
        .Act("A-3", ActionKind.Corrective, "o1").Act("A-4", ActionKind.Corrective, "e1")
        .Measure(1);

    private static void Contain(
        PlanInTest plan, ActionState state = ActionState.Verified, string? proof = "photo", bool? isEffective = true,
        string? removal = "Seuil en place", bool isRemoved = true) =>
        plan.Act("A-2", ActionKind.Containment, null, state, proof, isEffective, removal, isRemoved);

    private static string Pair(string aspect) => $$"""{"aspect":"{{aspect}}","is":"Îlot 3","isNot":"Îlot 2","distinction":"Neuf"}""";

    private static string Cause(string id, string branch, int? contribution) =>
        $$"""{"id":"{{id}}","branch":"{{branch}}","text":"Cause {{id}}","verdict":"VERIFIED","proof":{"kind":"REPRODUCED","text":"Essai"},"isRoot":true{{(contribution is null ? "" : $",\"contribution\":{contribution}")}}}""";

    private static string Option(string cause, bool chosen) =>
        $$"""{"cause":"{{cause}}","option":"Recalculer","cost":200,"delay":5,"effect":"Plus d’arrêt","risk":"LOW","chosen":{{(chosen ? "true" : "false")}}}""";
}
