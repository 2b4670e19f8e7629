namespace LogiPilot.Kaizen.Server.Tests.Improvement.Worked;

/// <summary>What the server said while the 8D of the harness went on: step by step what was missing, the first time in English too, and its history.</summary>
internal static class HarnessSaid
{
    public const string Refused = """
        D0
          « Symptôme » reste à remplir.
          « Lieu du problème » reste à remplir.
          « Constaté depuis le » reste à remplir.
          « Ampleur de l’écart » reste à remplir.
          « Un 8D se justifie-t-il ? » reste à remplir.
          Aucune action (d’urgence) et aucune raison : remplissez « Pourquoi aucune action d’urgence ».
        D0
          1 action n’est pas encore vérifiée : A-0001.
        D1
          « Ce que le champion peut décider » reste à remplir.
          Il faut au moins 2 membres, il y en a 1.
          Le rôle ou la compétence d’un membre reste à dire.
          Aucun membre ne vient de l’atelier du problème.
        D1
          Champion : cette personne ne peut pas être membre de l’équipe.
          Le rôle ou la compétence d’un membre reste à dire.
        D2
          « QQOQCCP » reste à remplir.
          « Est / n’est pas » reste à remplir.
          « Énoncé du problème » reste à remplir.
          « L’énoncé ne nomme aucune cause » reste à remplir.
        D2
          « QQOQCCP » : il manque pourquoi.
          « Est / n’est pas » : 1 ligne est incomplète.
          « QQOQCCP » n’est pas chiffré : dites combien.
          « Est / n’est pas » : il faut au moins 4 lignes complètes, il y en a 3.
          C’est au pilote lui-même de confirmer que l’énoncé ne nomme aucune cause.
        D2
          Le pilote n’a pas confirmé que l’énoncé ne nomme aucune cause.
        D3
          Aucune action n’est prévue (conservatoire).
          3 emplacements qui tiennent le produit sont sans réponse : Tampon B2, Magasin central, Poste 7.
        D3
          1 action n’est pas encore vérifiée : A-0002.
          1 action conservatoire est sans condition de levée : A-0002.
          1 emplacement qui tient le produit est sans réponse : Poste 7.
        D3
          1 action est vérifiée sans preuve : A-0002.
          1 action n’est pas jugée efficace : A-0002.
          1 action conservatoire est sans condition de levée : A-0002.
          1 emplacement qui tient le produit est sans réponse : Poste 7.
        D4
          « Ishikawa (6M) » reste à remplir.
          « 5 Pourquoi » reste à remplir.
          « Point de non-détection » reste à remplir.
        D4
          Aucune cause d’occurrence n’est vérifiée.
          Aucune cause de non-détection n’est vérifiée.
        D4
          Aucune cause de non-détection n’est vérifiée.
          1 cause est jugée sans preuve : « Le poste n’est compté qu’une fois par équipe ».
          Il manque la contribution d’une cause racine : « Rien ne recalcule le point de commande quand la cadence change ».
        D5
          « Solutions comparées » reste à remplir.
          « Pourquoi ce choix » reste à remplir.
          « Preuve avant mise en œuvre » reste à remplir.
          Le plan n’est pas approuvé (Champion).
        D5
          1 cause vérifiée n’est pas traitée : « Le poste n’est compté qu’une fois par équipe ».
          Le plan n’est pas approuvé (Champion).
        D6
          « Bilan de la mise en œuvre » reste à remplir.
          2 causes vérifiées sont sans action : « Rien ne recalcule le point de commande quand la cadence change », « Le poste n’est compté qu’une fois par équipe ».
          Il faut au moins 1 action (corrective), il y en a 0.
          Aucun indicateur n’est défini.
          1 action conservatoire n’est pas levée : A-0002.
        D6
          « Bilan de la mise en œuvre » reste à remplir.
          1 cause vérifiée est sans action : « Le poste n’est compté qu’une fois par équipe ».
          1 action n’est ni faite ni annulée : A-0004.
          « Ruptures du poste 7 » : sans mesure de départ, aucun effet ne peut être jugé.
          « Manques vus avant l’arrêt » : sans cible, aucun effet ne peut être jugé.
          1 action conservatoire n’est pas levée : A-0002.
        D6
          « Bilan de la mise en œuvre » reste à remplir.
          2 actions ne sont ni faites ni annulées : A-0004, A-0005.
          « Ruptures du poste 7 » : aucune action n’est faite, il n’y a pas encore d’effet à mesurer.
          « Manques vus avant l’arrêt » : aucune action n’est faite, il n’y a pas encore d’effet à mesurer.
          1 action conservatoire n’est pas levée : A-0002.
        D6
          « Bilan de la mise en œuvre » reste à remplir.
          1 action est faite sans preuve : A-0005.
          « Ruptures du poste 7 » n’est pas mesuré depuis la dernière action, faite le 17/03/2027.
          « Manques vus avant l’arrêt » n’est pas mesuré depuis la dernière action, faite le 17/03/2027.
          1 action conservatoire n’est pas levée : A-0002.
        D6
          « Bilan de la mise en œuvre » reste à remplir.
          « Ruptures du poste 7 » : la mesure commence le 15/03/2027, avant la dernière action, faite le 17/03/2027.
          « Manques vus avant l’arrêt » : 7 jours mesurés contre 28 au départ ; les deux périodes doivent être égales.
          1 action conservatoire n’est pas levée : A-0002.
        D6
          « Bilan de la mise en œuvre » reste à remplir.
          « Manques vus avant l’arrêt » : la période n’a que 75 % de l’activité du départ, il en faut 80 % pour comparer.
          1 action conservatoire n’est pas levée : A-0002.
        D6
          « Bilan de la mise en œuvre » reste à remplir.
          « Manques vus avant l’arrêt » : 1 manque contre 2 au départ, ce n’est pas mieux. Revenez aux causes.
          1 action conservatoire n’est pas levée : A-0002.
        D6
          « Manques vus avant l’arrêt » : 8 manques contre 2 au départ, c’est mieux, mais la cible est 10. Revenez aux causes, ou le sponsor accepte ce résultat avec sa raison.
          1 action conservatoire n’est pas levée : A-0002.
        D6
          1 action conservatoire n’est pas levée : A-0002.
        D7
          « Documents, paramètres, formation, extension » reste à remplir.
        D7
          « Documents, paramètres, formation, extension » : 2 lignes ne sont ni faites, ni sans objet avec leur raison.
          « Documents, paramètres, formation, extension » : rien n’est dit sur Leçons pour le système.
        D8
          « Leçons apprises » reste à remplir.
          « Reconnaissance de l’équipe » reste à remplir.
          1 action est encore ouverte : A-0006.
        """;

    public const string RefusedInEnglish = """
        D0
          “Symptom” is still to be filled in.
          “Place of the problem” is still to be filled in.
          “Observed since” is still to be filled in.
          “Size of the gap” is still to be filled in.
          “Is an 8D warranted?” is still to be filled in.
          No action (emergency) and no reason: fill in “Why no emergency action”.
        D1
          “What the champion can decide” is still to be filled in.
          At least 2 members are needed, there are 1.
          The role or the skill of one member is still to be said.
          No member comes from the area of the problem.
        D2
          “QQOQCCP (who, what, where, when, how, how much, why)” is still to be filled in.
          “Is / is not” is still to be filled in.
          “Problem statement” is still to be filled in.
          “The statement names no cause” is still to be filled in.
        D3
          No action is planned (containment).
          3 locations that hold the product are unanswered: Tampon B2, Magasin central, Poste 7.
        D4
          “Ishikawa (6M)” is still to be filled in.
          “5 Whys” is still to be filled in.
          “Escape point” is still to be filled in.
        D5
          “Options compared” is still to be filled in.
          “Why this choice” is still to be filled in.
          “Proof before implementation” is still to be filled in.
          The plan is not approved (Champion).
        D6
          “What the implementation brought” is still to be filled in.
          2 verified causes have no action: « Rien ne recalcule le point de commande quand la cadence change », « Le poste n’est compté qu’une fois par équipe ».
          At least 1 action is needed (corrective), there are 0.
          No indicator is defined.
          1 containment is not removed: A-0002.
        D7
          “Documents, parameters, training, spread” is still to be filled in.
        D8
          “Lessons learned” is still to be filled in.
          “Recognition of the team” is still to be filled in.
          1 action is still open: A-0006.
        """;

    public const string History = """
        Claire a ouvert le plan (8D).
        Sophie a ajouté l’action A-0001.
        Sophie a signé D0 Urgence.
        Sophie a révisé la charte du plan.
        Sophie a révisé la charte du plan.
        Sophie a signé D1 Équipe.
        Sophie a soumis le plan à Claire.
        Sophie a signé D2 Description.
        Sophie a ajouté l’action A-0002.
        Sophie a signé D3 Confinement.
        Sophie a ajouté l’action A-0003.
        Sophie a signé D4 Causes racines.
        Claire a approuvé le plan.
        Claire a signé D5 Choix.
        Réunion enregistrée par Sophie (présents : 3, décisions : 1, actions : 1).
        Sophie a ajouté l’action A-0004.
        Claire a défini l’indicateur « Ruptures du poste 7 ».
        Claire a défini l’indicateur « Manques vus avant l’arrêt ».
        Claire a défini l’indicateur « Ruptures du poste 7 ».
        Claire a défini l’indicateur « Manques vus avant l’arrêt ».
        Sophie a ajouté l’action A-0005.
        Sophie a signé D6 Mise en œuvre.
        Sophie a signé D7 Prévention.
        Sophie a ajouté l’action A-0006.
        Sophie a communiqué sur le plan (destinataires : 2).
        Claire a signé D8 Clôture.
        Le plan est clos.
        """;
}
