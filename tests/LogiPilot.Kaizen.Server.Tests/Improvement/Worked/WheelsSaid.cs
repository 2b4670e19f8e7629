namespace LogiPilot.Kaizen.Server.Tests.Improvement.Worked;

/// <summary>What the server said while the PDCA of the wheels went on: step by step what was missing, the first time in English too, and its history.</summary>
internal static class WheelsSaid
{
    public const string Refused = """
        PLAN
          « Problème » reste à remplir.
          « Écart à réduire » reste à remplir.
          « 5 Pourquoi » reste à remplir.
          Aucun indicateur n’est défini.
        PLAN
          Aucune cause racine n’est vérifiée avec sa preuve.
          « Minutes d’attente de roues » : il manque la cible ou sa date.
        PLAN
          1 cause est jugée sans preuve : « Le magasin prépare les roues en retard ».
          « Minutes d’attente de roues » : la cible, 150 min, ne fait pas mieux que le départ, 120 min.
          1 cause vérifiée est sans action : « Le poste 8 est le dernier servi de la tournée ».
        DO
          « Écarts par rapport au plan » reste à remplir.
          1 action n’est ni faite ni annulée : A-0001.
        CHECK
          « Effets de bord » reste à remplir.
          « Jugement » reste à remplir.
          « Minutes d’attente de roues » n’est pas mesuré depuis la dernière action, faite le 22/02/2027.
        CHECK
          « Effets de bord » reste à remplir.
          « Jugement » reste à remplir.
          « Minutes d’attente de roues » : la mesure commence le 20/02/2027, avant la dernière action, faite le 22/02/2027.
        CHECK
          Le jugement dit « Efficace : la cible est atteinte », la mesure dit « Mieux, mais sous la cible ».
        ACT
          « Suite » reste à remplir.
          « Ce que l’on retient » reste à remplir.
          « Minutes d’attente de roues » : 60 min contre 120 au départ, c’est mieux, mais la cible est 30. Revenez aux causes, ou le sponsor accepte ce résultat avec sa raison.
        ACT
          Dites quel standard a changé : « Standard changé ».
          « Minutes d’attente de roues » : 60 min contre 120 au départ, c’est mieux, mais la cible est 30. Revenez aux causes, ou le sponsor accepte ce résultat avec sa raison.
          1 action est encore ouverte : A-0002.
        ACT
          La suite est « Ouvrir le cycle suivant » : ouvrez le cycle suivant au lieu de signer.
          « Minutes d’attente de roues » : 60 min contre 120 au départ, c’est mieux, mais la cible est 30. Revenez aux causes, ou le sponsor accepte ce résultat avec sa raison.
          1 action est encore ouverte : A-0002.
        PLAN
          « Problème » reste à remplir.
          « Écart à réduire » reste à remplir.
          1 cause vérifiée est sans action : « Le train passe à heure fixe, que le poste ait besoin de lui ou non ».
          Le cycle 2 n’a encore aucune action nouvelle.
        DO
          « Écarts par rapport au plan » reste à remplir.
          1 action n’est ni faite ni annulée : A-0003.
        ACT
          Dites quel standard a changé : « Standard changé ».
        ACT
          Le standard changé n’a pas été communiqué depuis la dernière action.
        ACT
          1 personne n’a pas encore lu ce qui lui a été communiqué.
        """;

    public const string RefusedInEnglish = """
        PLAN
          “Problem” is still to be filled in.
          “Gap to be reduced” is still to be filled in.
          “5 Whys” is still to be filled in.
          No indicator is defined.
        DO
          “Deviations from the plan” is still to be filled in.
          1 action is neither done nor cancelled: A-0001.
        CHECK
          “Side effects” is still to be filled in.
          “Verdict” is still to be filled in.
          “Minutes d’attente de roues” is not measured since the last action, done on 22/02/2027.
        ACT
          “What next” is still to be filled in.
          “What is kept from it” is still to be filled in.
          “Minutes d’attente de roues”: 60 min against 120 at the start is better, but the target is 30. Go back to the causes, or the sponsor accepts this result with a reason.
        """;

    public const string History = """
        Sophie a ouvert le plan (PDCA).
        Sophie a défini l’indicateur « Minutes d’attente de roues ».
        Sophie a défini l’indicateur « Minutes d’attente de roues ».
        Sophie a défini l’indicateur « Minutes d’attente de roues ».
        Sophie a révisé la charte du plan.
        Sophie a soumis le plan à Claire.
        Claire a approuvé le plan.
        Sophie a ajouté l’action A-0001.
        Claire a signé Plan : préparer.
        Sophie a signé Do : faire.
        Sophie a signé Check : vérifier.
        Sophie a ajouté l’action A-0002.
        Sophie a ouvert le cycle 2.
        Sophie a soumis le plan à Claire.
        Claire a approuvé le plan.
        Sophie a ajouté l’action A-0003.
        Claire a signé Plan : préparer.
        Sophie a signé Do : faire.
        Sophie a signé Check : vérifier.
        Sophie a communiqué sur le plan (destinataires : 2).
        Claire a signé Act : ajuster.
        Le plan est clos.
        """;
}
