using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>What accepting and refusing a handover have in common: who may answer, and as of which version.</summary>
public sealed class HandoverAnswers(IHandoverStore handovers, AlertBook book, Meanwhile meanwhile, IEvents events, IDirectory directory)
{
    /// <summary>Why somebody may not answer now; null when he may.</summary>
    public static Refusal? WhyNot(ShiftHandover handover, Actor actor, OrganisationPicture people, DateTimeOffset now) =>
        handover.WhyOver
        ?? (actor.PersonId is { } person && actor.May(Permission.TakeAlert, handover.PlantId)
            && people.IsOnShift(person, handover.PlantId, AnsweredAsOf(handover, now))
                ? null
                : Refusal.Of(RefusalCode.Forbidden, "forbiddenHandoverAnswer", ("permission", Permission.TakeAlert)));

    /// <summary>Answers for the alerts named (none: for all that is left), each by <paramref name="answer"/>.</summary>
    public async Task<Outcome<Made>> Give(
        Guid handoverId, IReadOnlyList<Guid>? alertIds, bool accepts, CommandOn command,
        Func<HandoverItem, DateTimeOffset, Task<Outcome<HandoverItem>>> answer, CancellationToken cancellationToken)
    {
        if (await handovers.Find(handoverId, cancellationToken) is not { } handover || !book.Actor.Sees(handover.PlantId))
        {
            return Refusal.NotFound("handover");
        }

        var people = await directory.Current(cancellationToken);
        if (await meanwhile.Refuses(command, handover.PlantId, handover.Id, handover.Version, cancellationToken) is { } stale)
        {
            return stale;
        }

        if (WhyNot(handover, book.Actor, people, book.Now) is { } whyNot)
        {
            return whyNot;
        }

        var (person, at) = (book.Actor.PersonId!.Value, AnsweredAsOf(handover, book.Now));
        var asked = handover.Asked(alertIds, accepts);
        if (asked.Refusal is { } refusal)
        {
            return AlertBook.Name(refusal, people);
        }

        var answers = new List<HandoverItem>();
        foreach (var item in asked.Value)
        {
            var answered = await answer(item, at);
            if (answered.Refusal is { } refused)
            {
                return AlertBook.Name(refused, people, handover.PlantId);
            }

            answers.Add(answered.Value);
        }

        handover.Answer(answers, person, book.Now);
        handovers.Save(handover);
        events.Raise(new HandoverAnswered(
            handover.PlantId, handover.Id, handover.AreaId, handover.State, [.. answers.Select(a => a.AlertId)], accepts, person,
            handover.SignedById, handover.Version));
        return (Made)handover.Id;
    }

    /// <summary>Whoever comes early answers as of the start of his shift.</summary>
    private static DateTimeOffset AnsweredAsOf(ShiftHandover handover, DateTimeOffset now) =>
        handover.NextStartsAt is { } starts && starts > now ? starts : now;
}
