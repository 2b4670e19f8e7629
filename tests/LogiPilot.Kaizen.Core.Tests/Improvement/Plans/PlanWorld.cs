using LogiPilot.Kaizen.Core.Improvement;
using LogiPilot.Kaizen.Core.Improvement.Methods;
using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Tests.Improvement.Plans;

/// <summary>
/// A plant in Paris that works from Monday to Friday, its people, and a method of four steps: LOOK (one working day, signed by the leader),
/// THINK (seven days, depends on LOOK), CLEAN (depends on nothing), ACT (four days after THINK, depends on THINK, signed by the sponsor).
/// </summary>
internal static class PlanWorld
{
    /// <summary>A Friday, 09:00 in Paris.</summary>
    public static readonly DateTimeOffset Friday = new(2027, 3, 5, 8, 0, 0, TimeSpan.Zero);

    public static readonly Guid Plant = Id(1);

    public static readonly Guid Leader = Id(11);
    public static readonly Guid Sponsor = Id(12);
    public static readonly Guid Manager = Id(13);
    public static readonly Guid Pilot = Id(14);
    public static readonly Guid Other = Id(15);

    public static readonly MethodDefinition Method = new(
        "SIMPLE", 1, Both("Simple"), Both("Quatre étapes"), Both("Commanditaire"),
        [
            Step("LOOK", new StepDue(1, Working: true), SignedBy.Leader),
            Step("THINK", new StepDue(7, Working: false), SignedBy.Leader, "LOOK"),
            Step("CLEAN", null, SignedBy.Leader),
            Step("ACT", new StepDue(4, Working: false, After: "THINK"), SignedBy.Sponsor, "THINK"),
        ],
        HasCycles: false, [], ActionsNeedApproval: true);

    public static OrganisationPicture People { get; } = Make();

    public static PlanCharter Whole => new(
        "Ruptures de vis au poste 1.1", SponsorId: Sponsor, Participants: [new(Pilot, "Pilote", "Compter les bacs chaque matin")],
        Choices: new("Trois métiers sont concernés", IsGroup: true, "Ceux qui vivent le problème", "Cause inconnue", "Point du matin", "Avant l’inventaire"),
        FollowUpDays: 7, Deadline: new(2027, 4, 30));

    public static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    public static PlanTurn By(Guid person, DateTimeOffset? at = null, decimal? limit = null) =>
        new(People.ActorOf(person)!, at ?? Friday, People, limit is { } most ? new Money(most) : null);

    public static ActionPlan Open(PlanCharter? charter = null, Guid? by = null) =>
        ActionPlan.Open("P-0001", Method, Draft(charter ?? Whole), By(by ?? Leader)).Value;

    public static PlanDraft Draft(PlanCharter charter) => new(Plant, new PlanOrigin(PlanOriginKind.Project, null, [], null), charter);

    public static ActionPlan Running()
    {
        var plan = Open();
        _ = plan.Submit(By(Leader)) ?? plan.Approve(null, By(Sponsor));
        return plan;
    }

    /// <summary>Signs steps in order, as who signs each.</summary>
    public static ActionPlan Sign(this ActionPlan plan, params string[] steps)
    {
        foreach (var step in steps)
        {
            var refusal = plan.Sign(step, [], By(step == "ACT" ? Sponsor : Leader));
            Xunit.Assert.Null(refusal);
        }

        return plan;
    }

    public static string States(this ActionPlan plan) => string.Join(' ', plan.Steps.Select(s => $"{s.Code}:{s.State}"));

    private static StepDefinition Step(string code, StepDue? due, SignedBy signs, params string[] dependsOn) =>
        new(code, Both(code), Both(code), [], [], due, signs, SuspendedByRecurrence: false, null, dependsOn);

    private static Bilingual Both(string text) => new(text, text);

    private static OrganisationPicture Make()
    {
        DayOfWeek[] week = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];
        var plant = Core.Organisation.Plant.Create(Plant, "ROA", "Roanne", "Europe/Paris", Language.Fr);
        return new OrganisationPicture(
            [plant], [],
            [
                Of(Leader, "Lena", Role.TeamLeader), Of(Sponsor, "Samir", Role.TeamLeader), Of(Manager, "Mona", Role.Manager),
                Of(Pilot, "Paul", Role.Pilot), Of(Other, "Odile", Role.TeamLeader),
            ],
            [PlantCalendar.Create(Id(2), Plant, null, [new Shift("J", "Jour", new(8, 0), new(16, 0), week, [])])]);
    }

    private static Person Of(Guid id, string name, Role role) =>
        Person.Create(id, PersonKind.Human, name, name, null, Language.Fr, [new Membership(Plant, role, [])]);
}
