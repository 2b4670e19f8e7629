namespace LogiPilot.Kaizen.Core.Improvement.Methods;

/// <summary>Rules about who decides, leads and takes part.</summary>
internal static class PeopleRules
{
    public static readonly IReadOnlyList<GateRuleDefinition> All =
    [
        new("sponsorIsNotLeader", [], SponsorIsNotLeader),
        new("sponsorNotMember", [], SponsorNotMember),
        new("sponsorApproved", [], asked => [asked.Plan.IsApproved ? asked.Held(Title(asked)) : asked.Missing(null, Title(asked))]),
        new("members", [new("least", RuleParameterType.Whole), new("most", RuleParameterType.Whole, Required: false)], Members),
        new("membersDescribed", [], MembersDescribed),
        new("memberFromPlace", [], MemberFromPlace),
    ];

    private static IEnumerable<GateFinding> SponsorIsNotLeader(RuleCase asked)
    {
        yield return asked.Plan.SponsorId is not { } sponsor ? asked.MissingAs("None", null, Title(asked))
            : sponsor == asked.Plan.LeaderId ? asked.Missing(null, Title(asked))
            : asked.Held(Title(asked));
    }

    private static IEnumerable<GateFinding> SponsorNotMember(RuleCase asked)
    {
        yield return asked.Plan.Participants.Any(p => p.PersonId == asked.Plan.SponsorId) ? asked.Missing(null, Title(asked)) : asked.Held(Title(asked));
    }

    /// <summary>Members are who takes part besides the leader and the sponsor.</summary>
    private static IEnumerable<GateFinding> Members(RuleCase asked)
    {
        var (least, most) = (asked.Whole("least", 1), asked.Whole("most", int.MaxValue));
        var members = asked.Plan.Participants.Select(p => p.PersonId).Distinct().Count(p => p != asked.Plan.LeaderId && p != asked.Plan.SponsorId);
        yield return members < least ? asked.Missing(null, ("count", least), ("given", members))
            : members > most ? asked.MissingAs("TooMany", null, ("count", most), ("given", members))
            : asked.Held(("count", members));
    }

    private static IEnumerable<GateFinding> MembersDescribed(RuleCase asked)
    {
        var bare = asked.Plan.Participants.Count(p => string.IsNullOrWhiteSpace(p.Role) || string.IsNullOrWhiteSpace(p.Skill));
        yield return bare > 0 ? asked.Missing(null, ("count", bare)) : asked.Held();
    }

    private static IEnumerable<GateFinding> MemberFromPlace(RuleCase asked)
    {
        var areas = asked.Picture.Facts.AreasOfPeople;
        yield return asked.Plan.AreaId is not { } area ? asked.MissingAs("Unknown", null)
            : asked.Plan.Participants.Any(p => areas.GetValueOrDefault(p.PersonId)?.Contains(area) ?? false) ? asked.Held()
            : asked.Missing(null);
    }

    private static (string Name, object? Value) Title(RuleCase asked) => ("sponsor", asked.Plan.Method.SponsorTitle);
}
