namespace LogiPilot.Kaizen.Server.Tests.Improvement.Worked;

/// <summary>What the server said while the QRQC of the stems went on: what was missing, the first time in English too, its history, and who heard what.</summary>
internal static class StemsSaid
{
    public const string Refused = """
        DETECTION
          « Ce que l’on voit » reste à remplir.
          « Lieu » reste à remplir.
          « Constaté sur place » reste à remplir.
          « Constaté par » reste à remplir.
          « Le » reste à remplir.
          « Heure » reste à remplir.
          « Quantité touchée » reste à remplir.
          Il faut au moins l’un de ces éléments : Pièce réelle conservée, Photos.
        DETECTION
          « Constaté sur place » n’est pas confirmé.
          Il faut au moins l’un de ces éléments : Pièce réelle conservée, Photos.
        COMMUNICATION
          « Qui a été prévenu » reste à remplir.
          Aucune action n’est faite (conservatoire) ; elle est due dans les 24 h.
        COMMUNICATION
          « Qui a été prévenu » : rien n’est dit sur Le niveau suivant.
          Aucune action n’est faite (conservatoire) ; elle est due dans les 24 h.
        ANALYSIS
          « Pièce mauvaise et pièce bonne » reste à remplir.
          « Données jointes » reste à remplir.
          « 5 Pourquoi » reste à remplir.
        ANALYSIS
          Aucune cause racine n’est vérifiée avec sa preuve.
          1 cause est jugée sans preuve : « Le fournisseur mélange les cartons ».
        VERIFICATION
         !Le commanditaire n’a pas encore approuvé ce plan : la dernière étape ne se signe pas avant.
          « Retour fait à la ligne » reste à remplir.
          Le plan n’est pas approuvé (Responsable du niveau).
          Il faut au moins 1 action (corrective), il y en a 0.
          0 équipes travaillées sans récidive, il en faut 10.
          Rien n’a encore été communiqué à ce stade.
        VERIFICATION
          « Retour fait à la ligne » reste à remplir.
          1 action n’est ni faite ni annulée : A-0002.
          0 équipes travaillées sans récidive, il en faut 10.
          Rien n’a encore été communiqué à ce stade.
          1 action est encore ouverte : A-0002.
        COMMUNICATION
          1 action n’est pas encore faite : A-0003.
        VERIFICATION
          Le problème est revenu : 1 alerte depuis la dernière action. Équipes travaillées depuis : 7 sur 10.
          1 personne n’a pas encore lu ce qui lui a été communiqué.
        """;

    public const string RefusedInEnglish = """
        DETECTION
          “What is seen” is still to be filled in.
          “Place” is still to be filled in.
          “Seen at the place” is still to be filled in.
          “Seen by” is still to be filled in.
          “On” is still to be filled in.
          “Time” is still to be filled in.
          “Quantity affected” is still to be filled in.
          At least one of these is needed: Real part kept, Photographs.
        COMMUNICATION
          “Who was told” is still to be filled in.
          No action is done (containment); it is due within 24 h.
        ANALYSIS
          “Bad part and good part” is still to be filled in.
          “Data attached” is still to be filled in.
          “5 Whys” is still to be filled in.
        VERIFICATION
          “Feedback to the line” is still to be filled in.
          The plan is not approved (Owner of the level).
          At least 1 action is needed (corrective), there are 0.
          0 shifts worked without recurrence, 10 are needed.
          Nothing has been communicated at this stage yet.
        """;

    public const string History = """
        Claire a ouvert le plan (QRQC).
        Karim a signé Détection.
        Karim a ajouté l’action A-0001.
        Le cas est monté au niveau Atelier.
        Karim a signé Communication.
        Karim a signé Analyse.
        Karim a révisé la charte du plan.
        Karim a soumis le plan à Sophie.
        Sophie a approuvé le plan.
        Karim a ajouté l’action A-0002.
        Le problème est revenu : alerte A-2027-000003.
        La signature de Communication ne tient plus.
        Il est proposé de renvoyer Analyse.
        L’action A-0003 est née du retour du problème.
        Karim a signé Communication.
        Sophie a gardé Analyse : le renvoi n’a pas lieu.
        Karim a communiqué sur le plan (destinataires : 2).
        Sophie a signé Vérification.
        Le plan est clos.
        """;

    public const string SophieHeard = """
        Karim a 4 cas ouverts, pour 3 au plus : confiez le plan P-0004 (Potences de 31,8 au poste 8) à quelqu’un d’autre.
        Le plan P-0001 (Vis de selle trop courtes au poste 7) n’était pas résolu à la fin de la réunion : il monte au niveau Atelier.
        Le plan P-0002 (Étiquettes illisibles sur les cartons de roues) n’était pas résolu à la fin de la réunion : il monte au niveau Atelier.
        Le plan P-0003 (Jeu dans le pédalier au contrôle final) n’était pas résolu à la fin de la réunion : il monte au niveau Atelier.
        Le plan P-0004 (Potences de 31,8 au poste 8) n’était pas résolu à la fin de la réunion : il monte au niveau Atelier.
        Le plan P-0001 (Vis de selle trop courtes au poste 7) n’était pas résolu à la fin de la réunion : il monte au niveau Usine.
        Le plan P-0002 (Étiquettes illisibles sur les cartons de roues) n’était pas résolu à la fin de la réunion : il monte au niveau Usine.
        Le plan P-0003 (Jeu dans le pédalier au contrôle final) n’était pas résolu à la fin de la réunion : il monte au niveau Usine.
        L’alerte A-2027-000003 revient sur ce que traite le plan P-0004 (Potences de 31,8 au poste 8) : l’étape Communication est suspendue, une nouvelle action conservatoire est due sous 24 h. La période de validation repart, voyez s’il faut revenir à l’étape Analyse.
        """;

    public const string KarimHeard = """
        Le plan P-0001 (Vis de selle trop courtes au poste 7) n’était pas résolu à la fin de la réunion : il monte au niveau Atelier.
        Le plan P-0002 (Étiquettes illisibles sur les cartons de roues) n’était pas résolu à la fin de la réunion : il monte au niveau Atelier.
        Le plan P-0004 (Potences de 31,8 au poste 8) n’était pas résolu à la fin de la réunion : il monte au niveau Atelier.
        Le plan P-0001 (Vis de selle trop courtes au poste 7) n’était pas résolu à la fin de la réunion : il monte au niveau Usine.
        Le plan P-0002 (Étiquettes illisibles sur les cartons de roues) n’était pas résolu à la fin de la réunion : il monte au niveau Usine.
        L’alerte A-2027-000003 revient sur ce que traite le plan P-0004 (Potences de 31,8 au poste 8) : l’étape Communication est suspendue, une nouvelle action conservatoire est due sous 24 h. La période de validation repart, voyez s’il faut revenir à l’étape Analyse.
        Sophie clôt le plan P-0004 (Potences de 31,8 au poste 8) : merci à tous.
        """;
}
