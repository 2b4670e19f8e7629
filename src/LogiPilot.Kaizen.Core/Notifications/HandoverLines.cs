using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Organisation;

namespace LogiPilot.Kaizen.Core.Notifications;

/// <summary>What the shift before left for a team to take over, in the digest of its shift.</summary>
public sealed class HandoverLines(IHandoverStore handovers, IDirectory directory) : IDigestSource
{
    private const int Latest = 50;

    public async Task<IReadOnlyList<IReadOnlyDictionary<string, object?>>> Lines(Team team, ShiftRun shift, CancellationToken cancellationToken)
    {
        var organisation = await directory.Current(cancellationToken);
        var latest = await handovers.List([team.PlantId], new(Latest, null, null, null, WantsTotal: false), cancellationToken);
        return
        [
            .. latest.Items.Select(i => i.Item)
                .Where(h => h.DueAt is not null && h.NextStartsAt == shift.Starts && h.Items.Count > 0 && team.Covers(h.AreaId))
                .Select(h => NoticeFacts.Line(
                    "HANDOVER", ("by", organisation.NamePerson(h.SignedById)?.Name), ("count", h.Items.Count),
                    ("area", organisation.Name(h.AreaId)?.Name ?? organisation.Plant(h.PlantId)?.Name))),
        ];
    }
}
