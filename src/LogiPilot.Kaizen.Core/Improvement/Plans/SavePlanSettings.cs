using System.Globalization;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <summary>Above which cost a manager decides, and when the meetings of the levels end.</summary>
[Needs(Permission.Administer)]
public sealed record SavePlanSettings(Guid PlantId, Money? CostLimit, IReadOnlyList<LevelCutOffDraft>? CutOffs = null) : CommandOn;

/// <summary>The end of a level's meeting as somebody writes it: <c>HH:mm</c>.</summary>
public sealed record LevelCutOffDraft(string Level, string At)
{
    /// <summary>Null: it is no time of a day.</summary>
    public LevelCutOff? Read() =>
        TimeOnly.TryParseExact(At.Trim(), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? new(Level, at) : null;
}

public sealed class SavePlanSettingsHandler(PlanBook book) : IRequestHandler<SavePlanSettings, Outcome<Made>>
{
    public async Task<Outcome<Made>> Handle(SavePlanSettings request, CancellationToken cancellationToken)
    {
        if (!book.Actor.Sees(request.PlantId))
        {
            return Refusal.NotFound("plant");
        }

        if (!book.Actor.May(Permission.Administer, request.PlantId))
        {
            return Refusal.Forbidden(Permission.Administer);
        }

        var before = await book.Store.Settings(request.PlantId, cancellationToken);
        if (request.ExpectedVersion is { } expected && expected != before.Version)
        {
            return Refusal.Conflict("settingsChanged", ("currentVersion", before.Version), ("changed", Otherwise(request, before)));
        }

        var cutOffs = request.CutOffs?.Select(c => c.Read()).ToList();
        if (cutOffs?.FindIndex(c => c is null) is >= 0 and var unread)
        {
            return Refusal.Invalid($"cutOffs[{unread}].at", "timeOfDay");
        }

        var settings = new PlanSettings(request.PlantId, request.CostLimit, cutOffs?.OfType<LevelCutOff>().ToList() ?? before.CutOffs, before.Version + 1);
        if (settings.Faults() is { } wrong)
        {
            return wrong;
        }

        book.Store.Put(settings);
        return (Made)request.PlantId;
    }

    /// <summary>What stands there now is another than what the person would have.</summary>
    private static string[] Otherwise(SavePlanSettings request, PlanSettings now) =>
    [
        .. request.CostLimit == now.CostLimit ? [] : (string[])["COST_LIMIT"],
        .. request.CutOffs is null || request.CutOffs.Select(c => c.Read()).SequenceEqual(now.CutOffs) ? [] : (string[])["CUT_OFFS"],
    ];
}
