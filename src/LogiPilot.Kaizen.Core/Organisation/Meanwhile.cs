using System.Text.Json;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Organisation;

/// <summary>
/// Refuses a command whose sender saw another version of a thing than there is, and says who changed it meanwhile and when, by the
/// plant's clock. The change log knows, of each thing that an event is told of.
/// </summary>
public sealed class Meanwhile(IChangeLogReader log, IDirectory directory, TimeProvider clock)
{
    /// <summary>Who changed it when no person did: time, or a feed.</summary>
    private const string Nobody = "Nobody";

    /// <summary>Null when the command may go on: it is of the present version, or says none.</summary>
    public async Task<Refusal?> Refuses(
        CommandOn command, Guid plantId, Guid? subjectId, int version, CancellationToken cancellationToken)
    {
        if (command.ExpectedVersion is not { } expected || expected == version)
        {
            return null;
        }

        // A thing and the commands on it are of one room; other rooms may tell of the same subject what changes no version of it.
        var room = command.GetType().Namespace!.Split('.')[^1];
        if (subjectId is not { } subject || await log.LastOf(subject, room, cancellationToken) is not { } last)
        {
            return Refusal.Conflict("changedByAnother", ("currentVersion", version), ("changed", Array.Empty<string>()));
        }

        var picture = await directory.Current(cancellationToken);
        var plant = picture.Plant(plantId);
        var (by, at) = (picture.NamePerson(last.ActorId)?.Name ?? Nobody, PlantClock.Say(last.At, plant, clock.GetUtcNow()));
        string[] changed = [JsonNamingPolicy.SnakeCaseUpper.ConvertName(last.Event)];
        return at == PlantClock.Say(last.At, plant)
            ? Refusal.Conflict("changedBy", ("by", by), ("at", at), ("currentVersion", version), ("changed", changed))
            : Refusal.Conflict("changedByOn", ("by", by), ("at", at), ("currentVersion", version), ("changed", changed));
    }
}
