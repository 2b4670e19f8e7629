namespace LogiPilot.Kaizen.Server.Tests.Improvement.Worked;

/// <summary>A whole DMAIC through the API: what each gate said until it held, and that none of its rules was never tried.</summary>
public sealed class DmaicStory
{
    private const string Refused = """
        DEFINE
          « Énoncé du problème » reste à remplir.
          « Objectif SMART » reste à remplir.
          « Périmètre » reste à remplir.
          « SIPOC » reste à remplir.
          « Voix du client » reste à remplir.
          « Enjeu pour l’usine » reste à remplir.
          Il faut au moins 1 membre, il y en a 0.
          Aucun indicateur n’est défini.
        DEFINE
          « Voix du client » : 1 ligne est incomplète.
          « Enjeu pour l’usine » reste à remplir.
          « Objectif SMART » : rien n’est dit sur Daté.
          « Périmètre » : rien n’est dit sur Hors périmètre.
          « SIPOC » : rien n’est dit sur Entrées, Clients.
          Le rôle ou la compétence d’un membre reste à dire.
          Aucun indicateur n’est défini.
        MEASURE
          « Plan de collecte » reste à remplir.
          « Le système de mesure convient-il ? » reste à remplir.
          « Contrôle du système de mesure et résultat » reste à remplir.
          « Délai médian de réapprovisionnement » : la situation de départ n’est pas mesurée.
          « Ruptures du poste 7 » : la situation de départ n’est pas mesurée.
        MEASURE
          « Plan de collecte » : 1 ligne est incomplète.
          « Le système de mesure convient-il ? » : la réponse est « Non » ; pour continuer, il faut « Oui ».
          « Délai médian de réapprovisionnement » : la situation de départ n’est pas mesurée.
          « Ruptures du poste 7 » : la situation de départ n’est pas mesurée.
        ANALYSE
          « 5 Pourquoi » reste à remplir.
          « Lien des causes avec l’énoncé » reste à remplir.
        ANALYSE
          « Lien des causes avec l’énoncé » : 1 ligne est incomplète.
          Aucune cause racine n’est vérifiée avec sa preuve.
          1 cause racine n’est ni vérifiée ni réfutée : « Le seuil d’appel, 8, date d’une cadence de 18 vélos par heure ».
          1 cause est jugée sans preuve : « Le magasin prépare trop lentement ».
        ANALYSE
          1 cause vérifiée est sans données jointes : « Le seuil d’appel, 8, date d’une cadence de 18 vélos par heure ».
          1 cause vérifiée n’est pas traitée : « Le bac vide n’a pas d’emplacement : il est cherché autour du poste ».
        IMPROVE
          « Pilote » reste à remplir.
          « Résultat du pilote » reste à remplir.
          « Plan de déploiement » reste à remplir.
          Aucune action n’est prévue (corrective, d’amélioration).
          Le plan n’est pas approuvé (Sponsor).
        IMPROVE
          « Pilote » reste à remplir.
          « Plan de déploiement » : 1 ligne est incomplète.
          1 action n’est liée à aucune cause vérifiée : A-0003.
          Le résultat, 26 min, n’atteint pas la cible, 20 min : dites pourquoi continuer dans « Pourquoi déployer sous la cible ».
        CONTROL
          « Plan de contrôle » reste à remplir.
          « Standard mis à jour » reste à remplir.
          « Formation » reste à remplir.
          3 contrôles restent à tenir (jours 30, 60, 90), le prochain le 20/05/2027.
          « Délai médian de réapprovisionnement » n’est pas mesuré depuis la dernière action, faite le 09/04/2027.
          « Ruptures du poste 7 » n’est pas mesuré depuis la dernière action, faite le 09/04/2027.
        CONTROL
          « Plan de contrôle » : 1 ligne est incomplète.
          « Standard mis à jour » reste à remplir.
          « Formation » reste à remplir.
          1 action est encore ouverte : A-0005.
          2 contrôles restent à tenir (jours 60, 90), le prochain le 27/08/2027.
          « Délai médian de réapprovisionnement » : la mesure commence le 21/06/2027, avant la dernière action, faite le 25/06/2027.
        CONTROL
          Un contrôle reste à tenir (jour 90), le 26/09/2027.
          « Délai médian de réapprovisionnement » : 5 jours mesurés contre 28 au départ ; les deux périodes doivent être égales.
          « Ruptures du poste 7 » : la période n’a que 22 % de l’activité du départ, il en faut 80 % pour comparer.
        CONTROL
          « Délai médian de réapprovisionnement » : 36 min contre 34 au départ, ce n’est pas mieux. Revenez aux causes.
        CONTROL
          « Délai médian de réapprovisionnement » : 21 min contre 34 au départ, c’est mieux, mais la cible est 20. Revenez aux causes, ou le sponsor accepte ce résultat avec sa raison.
        """;

    private const string RefusedInEnglish = """
        DEFINE
          “Problem statement” is still to be filled in.
          “SMART goal” is still to be filled in.
          “Scope” is still to be filled in.
          “SIPOC” is still to be filled in.
          “Voice of the customer” is still to be filled in.
          “Business case” is still to be filled in.
          At least 1 member is needed, there are 0.
          No indicator is defined.
        MEASURE
          “Collection plan” is still to be filled in.
          “Is the measurement system sound?” is still to be filled in.
          “Check of the measurement system and its result” is still to be filled in.
          “Délai médian de réapprovisionnement”: the starting point is not measured.
          “Ruptures du poste 7”: the starting point is not measured.
        ANALYSE
          “5 Whys” is still to be filled in.
          “How the causes explain the statement” is still to be filled in.
        IMPROVE
          “Pilot” is still to be filled in.
          “Result of the pilot” is still to be filled in.
          “Roll-out plan” is still to be filled in.
          No action is planned (corrective, improvement).
          The plan is not approved (Sponsor).
        CONTROL
          “Control plan” is still to be filled in.
          “Standard updated” is still to be filled in.
          “Training” is still to be filled in.
          3 checks are still to be held (days 30, 60, 90), the next on 20/05/2027.
          “Délai médian de réapprovisionnement” is not measured since the last action, done on 09/04/2027.
          “Ruptures du poste 7” is not measured since the last action, done on 09/04/2027.
        """;

    [Fact]
    public async Task A_DMAIC_goes_from_the_first_alerts_to_a_gain_that_holds_and_every_rule_of_every_gate_is_refused_once()
    {
        var story = new DmaicCase();
        await using var plant = await story.Open();
        var plan = await story.Run(plant);

        Assert.Empty(RefusedRule.NeverRefused("DMAIC", plan.RefusedRules));
        WorkedPlan.Same(Refused, plan.Refusals);
        WorkedPlan.Same(RefusedInEnglish, plan.RefusalsInEnglish);
        var closed = await plan.Ask("Hugo", "state steps { state signedBy { name } } checks { passed } actions { state } indicators { effect { verdict } }");
        Assert.Equal("CLOSED", closed.Text("state"));
        Assert.Equal(["Claire", "Sophie", "Sophie", "Sophie", "Claire"], closed.GetProperty("steps").EnumerateArray().Select(s => s.Text("signedBy", "name")));
        Assert.All(closed.GetProperty("checks").EnumerateArray(), c => Assert.True(c.GetProperty("passed").GetBoolean()));
        Assert.All(closed.GetProperty("actions").EnumerateArray(), a => Assert.Equal("VERIFIED", a.Text("state")));
        Assert.Equal(["FALLS_SHORT", "EFFECTIVE"], closed.GetProperty("indicators").EnumerateArray().Select(i => i.Text("effect", "verdict")));
    }
}
