using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>The cause codes that a person may give, in the order in which a screen offers them.</summary>
[Needs(Permission.SeeBoard)]
public sealed record ListCauses : IQuery<CauseList>;

public sealed record CauseList(IReadOnlyList<string> Codes);

public sealed class ListCausesHandler : IRequestHandler<ListCauses, Outcome<CauseList>>
{
    public Task<Outcome<CauseList>> Handle(ListCauses request, CancellationToken cancellationToken) =>
        Task.FromResult<Outcome<CauseList>>(new CauseList(AlertCauses.Codes));
}
