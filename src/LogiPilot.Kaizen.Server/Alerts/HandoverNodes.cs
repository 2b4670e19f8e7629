using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;
using LogiPilot.Kaizen.Server.Organisation;

namespace LogiPilot.Kaizen.Server.Alerts;

[GraphQLName("Handover")]
[GraphQLDescription("What a shift hands over: a signed note, and what was open, for the next shift to accept or refuse.")]
public sealed class HandoverNode(ShiftHandover handover, OrganisationPicture picture)
{
    public Guid Id => handover.Id;

    public PlantNode Plant => new(picture.Plant(handover.PlantId)!, picture);

    [GraphQLDescription("Null: the whole plant.")]
    public PlaceNode? Area => handover.AreaId is { } id && picture.Place(id) is { } area ? new(area, picture) : null;

    [GraphQLDescription("Code of the shift that ends.")]
    public string Shift => handover.ShiftCode;

    public DateTimeOffset ShiftEndsAt => handover.ShiftEndsAt;

    [GraphQLDescription("Code of the next shift; null when nobody follows.")]
    public string? ToShift => handover.ToShift;

    public DateTimeOffset? NextStartsAt => handover.NextStartsAt;

    public string Note => handover.Note;

    public PersonName? SignedBy => picture.NamePerson(handover.SignedById);

    public DateTimeOffset SignedAt => handover.SignedAt;

    public HandoverState State => handover.State;

    [GraphQLDescription("Who answered last.")]
    public PersonName? AnsweredBy => picture.NamePerson(handover.AnsweredById);

    public DateTimeOffset? AnsweredAt => handover.AnsweredAt;

    [GraphQLDescription("When what is not taken over is raised again; null once it is settled.")]
    public DateTimeOffset? DueAt => handover.DueAt;

    public int Version => handover.Version;

    public IEnumerable<HandoverItemNode> Items => handover.Items.Select(i => new HandoverItemNode(i, picture));

    [GraphQLDescription("What cleared in the shift before anybody took it.")]
    public async Task<IEnumerable<AlertPicture>> GetClearedUntakenAsync(AlertById alerts, CancellationToken cancellationToken) =>
        (await alerts.LoadAsync(handover.ClearedAlertIds, cancellationToken)).OfType<AlertPicture>();

    [GraphQLDescription("Whether the caller may accept or refuse now.")]
    public bool GetCanAnswer(ICurrentActor current, TimeProvider clock) => WhyNotOf(current, clock) is null;

    [GraphQLDescription("Why not, in the reader's language.")]
    public string? GetWhyNot(ICurrentActor current, Refusals refusals, TimeProvider clock) =>
        WhyNotOf(current, clock) is { } whyNot ? refusals.Sentence(whyNot) : null;

    private Refusal? WhyNotOf(ICurrentActor current, TimeProvider clock) =>
        HandoverAnswers.WhyNot(handover, current.Actor, picture, clock.GetUtcNow());
}

[GraphQLName("HandoverItem")]
public sealed class HandoverItemNode(HandoverItem item, OrganisationPicture picture)
{
    public HandoverItemState State => item.State;

    [GraphQLDescription("Whose it was when it was handed over.")]
    public PersonName? Owner => picture.NamePerson(item.OwnerId);

    [GraphQLDescription("Who accepted or refused it.")]
    public PersonName? By => picture.NamePerson(item.ById);

    public DateTimeOffset? At => item.At;

    public string? Reason => item.Reason;

    public Task<AlertPicture> GetAlertAsync(AlertById alerts, CancellationToken cancellationToken) =>
        alerts.LoadRequiredAsync(item.AlertId, cancellationToken);
}

[GraphQLName("HandoverDraft")]
[GraphQLDescription("What a handover signed now would say.")]
public sealed class HandoverDraftNode(HandoverDraft draft, OrganisationPicture picture)
{
    [GraphQLDescription("The shift that ends; null between shifts and without a calendar.")]
    public HandoverShift? Shift => HandoverShift.Of(draft.Shift);

    [GraphQLDescription("Null when nobody follows: what is open is then raised again at the end of the shift.")]
    public HandoverShift? Next => HandoverShift.Of(draft.Next);

    public DateTimeOffset? DueAt => draft.DueAt;

    public bool CanSign => draft.WhyNot is null;

    [GraphQLDescription("Why not, in the reader's language.")]
    public string? GetWhyNot(Refusals refusals) =>
        draft.WhyNot is { } whyNot ? refusals.Sentence(AlertBook.Name(whyNot, picture, draft.PlantId)) : null;

    [GraphQLDescription("What is open.")]
    public async Task<IReadOnlyList<AlertPicture>> GetAlertsAsync(AlertPictures pictures, CancellationToken cancellationToken) =>
        await pictures.Of(draft.Open, cancellationToken);

    [GraphQLDescription("What cleared in the shift before anybody took it.")]
    public async Task<IReadOnlyList<AlertPicture>> GetClearedUntakenAsync(AlertPictures pictures, CancellationToken cancellationToken) =>
        await pictures.Of(draft.ClearedUntaken, cancellationToken);
}

public sealed record HandoverShift(string Code, string Name, DateTimeOffset Starts, DateTimeOffset Ends)
{
    internal static HandoverShift? Of(ShiftRun? run) => run is null ? null : new(run.Shift.Code, run.Shift.Name, run.Starts, run.Ends);
}
