using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <summary>A receipt: who read it, when first.</summary>
public sealed record Reading(Guid PersonId, DateTimeOffset At);

/// <summary>Something of a plan that people were told, and who has read it.</summary>
public sealed class Communication
{
    private Communication()
    {
    }

    public Guid Id { get; private set; }

    public Guid PlanId { get; private set; }

    public DateTimeOffset SentAt { get; private set; }

    public Guid? ById { get; private set; }

    public string Text { get; private set; } = "";

    public IReadOnlyList<Guid> ToIds { get; private set; } = [];

    public IReadOnlyList<Reading> Readings { get; private set; } = [];

    public bool IsReadByAll => ToIds.All(HasRead);

    /// <summary>Why an actor may not say that they have read it.</summary>
    public Refusal? WhyNotRead(Actor actor) =>
        actor.PersonId is { } reader && ToIds.Contains(reader) ? null : Refusal.Of(RefusalCode.Forbidden, "forbiddenRead", ("permission", Permission.SeePlans));

    public static Communication Send(Guid planId, Guid? byId, string text, IReadOnlyList<Guid> toIds, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(now), PlanId = planId, SentAt = now, ById = byId, Text = text, ToIds = toIds };

    public bool HasRead(Guid personId) => Readings.Any(r => r.PersonId == personId);

    /// <summary>False when the person had read it before.</summary>
    public bool Read(Guid personId, DateTimeOffset now)
    {
        if (HasRead(personId))
        {
            return false;
        }

        Readings = [.. Readings, new(personId, now)];
        return true;
    }
}
