using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <summary>A question to a support service about a plan or a dysfunction, and its answer.</summary>
public sealed class Referral : IConcern
{
    private Referral()
    {
    }

    public Guid Id { get; private set; }

    public Guid PlantId { get; private set; }

    public Guid? PlanId { get; private set; }

    public Guid? DysfunctionId { get; private set; }

    public SupportService Service { get; private set; }

    public string Question { get; private set; } = "";

    public Guid? AskedById { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    public string? Answer { get; private set; }

    public Guid? AnsweredById { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    Guid? IConcern.AreaId => null;

    Guid? IConcern.RaisedById => AskedById;

    bool IConcern.IsTaken => AnsweredAt is not null;

    SupportService? IConcern.RoutedTo => Service;

    public static Referral OfPlan(ActionPlan plan, SupportService service, string question, Guid? askedById, DateTimeOffset now) =>
        Ask(plan.PlantId, plan.Id, null, service, question, askedById, now);

    public static Referral OfDysfunction(
        Guid plantId, Guid dysfunctionId, SupportService service, string question, Guid? askedById, DateTimeOffset now) =>
        Ask(plantId, null, dysfunctionId, service, question, askedById, now);

    public Refusal? Reply(Actor actor, string? answer, DateTimeOffset now)
    {
        if ((WhyNotReply(actor)
            ?? Refusal.All([Words.Missing("answer", answer), Words.TooLong("answer", answer, Words.InText)])) is { } refusal)
        {
            return refusal;
        }

        (Answer, AnsweredById, AnsweredAt) = (answer!.Trim(), actor.PersonId, now);
        return null;
    }

    /// <summary>Why an actor may not answer it now.</summary>
    public Refusal? WhyNotReply(Actor actor) =>
        !actor.May(Permission.AnswerReferral, this) ? Refusal.Forbidden(Permission.AnswerReferral)
        : AnsweredAt is not null ? Refusal.Conflict("referralAnswered", ("by", AnsweredById), ("at", AnsweredAt))
        : null;

    private static Referral Ask(
        Guid plantId, Guid? planId, Guid? dysfunctionId, SupportService service, string question, Guid? askedById, DateTimeOffset now) =>
        new()
        {
            Id = Guid.CreateVersion7(now), PlantId = plantId, PlanId = planId, DysfunctionId = dysfunctionId, Service = service,
            Question = question, AskedById = askedById, AskedAt = now,
        };
}
