using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Notifications;

/// <summary>The actor chooses what comes by mail and when not. What is held already follows the new choice.</summary>
[Needs(Permission.Self)]
public sealed record SaveNoticePreferences(
    IReadOnlyList<NoticeGroup> MailOff, TimeOnly? QuietFrom, TimeOnly? QuietTo, IReadOnlyList<DayOfWeek> QuietDays, bool DigestByMail)
    : CommandOn;

public sealed class SaveNoticePreferencesHandler(
    INoticeStore notices, IOutboxStore outbox, IDirectory directory, ICurrentActor current, TimeProvider clock)
    : IRequestHandler<SaveNoticePreferences, Outcome<Made>>
{
    public async Task<Outcome<Made>> Handle(SaveNoticePreferences request, CancellationToken cancellationToken)
    {
        var organisation = await directory.Current(cancellationToken);
        if (current.Actor.PersonId is not { } personId || organisation.Person(personId) is not { } person)
        {
            return Refusal.NotFound("person");
        }

        var chosen = await notices.FindPreferences(personId, cancellationToken) ?? NoticePreferences.Of(personId);
        if (request.ExpectedVersion is { } expected && expected != chosen.Version)
        {
            return Refusal.Conflict(
                "preferencesChanged", ("currentVersion", chosen.Version), ("changed", Array.Empty<string>()));
        }

        if (chosen.Choose(request.MailOff, request.QuietFrom, request.QuietTo, request.QuietDays, request.DigestByMail) is { } refusal)
        {
            return refusal;
        }

        notices.Save(chosen);
        var now = clock.GetUtcNow();
        foreach (var held in await outbox.HeldFor(personId, cancellationToken))
        {
            held.Hold(chosen.QuietUntil(now, organisation.ZoneOf(person)) ?? now);
            outbox.Save(held);
        }

        return (Made)personId;
    }
}
