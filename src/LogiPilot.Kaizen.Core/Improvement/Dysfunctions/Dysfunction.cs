using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Improvement.Dysfunctions;

/// <summary>
/// A dysfunction, technical or organisational: what does not work as it should, with its facts. It is analysed at least once before an
/// improvement can be proposed; a manager decides on the proposal, and what is accepted goes on as a plan ("Dysfunction and proposal").
/// </summary>
public sealed partial class Dysfunction : IConcern
{
    public const int MostAlerts = 200;
    public const int MostAnalyses = 50;

    private Dysfunction()
    {
    }

    public Guid Id { get; private set; }

    public Guid PlantId { get; private set; }

    /// <summary>Number that people say, unique in the plant: <c>DF-0012</c>.</summary>
    public string Number { get; private set; } = "";

    public DysfunctionKind Kind { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>What was seen, in words; null where the alerts say it.</summary>
    public string? Facts { get; private set; }

    public string? Perimeter { get; private set; }

    public Guid? PlaceId { get; private set; }

    public Guid? AreaId { get; private set; }

    public Guid? ProductId { get; private set; }

    public IReadOnlyList<PlanKey> Keys { get; private set; } = [];

    public Guid ReportedById { get; private set; }

    public DateTimeOffset ReportedAt { get; private set; }

    /// <summary>Who noticed it, where that is not who reported it.</summary>
    public Guid? NoticedById { get; private set; }

    public DateTimeOffset NoticedAt { get; private set; }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<Guid> AlertIds { get; private set; } = [];

    public Guid? RecurrenceId { get; private set; }

    public SupportNeed? SupportNeed { get; private set; }

    public IReadOnlyList<Analysis> Analyses { get; private set; } = [];

    /// <summary>What the analyses say together.</summary>
    public string? Conclusion { get; private set; }

    public DysfunctionState State { get; private set; }

    /// <summary>Why it was rejected, or how it was closed without a plan.</summary>
    public string? Reason { get; private set; }

    public Guid? ActionPlanId { get; private set; }

    public IReadOnlyList<DysfunctionStep> Steps { get; private set; } = [];

    public int Version { get; private set; }

    public Guid? RaisedById => ReportedById;

    public bool IsTaken => State != DysfunctionState.Reported;

    public SupportService? RoutedTo => null;

    public bool IsOpen => State is not (DysfunctionState.Closed or DysfunctionState.Rejected);

    public static Outcome<Dysfunction> Report(
        Guid plantId, string number, DysfunctionTerms terms, DysfunctionOrigin origin, Guid byId, DateTimeOffset now)
    {
        if (Unfounded(terms, origin.AlertIds.Count > 0) is { } refusal)
        {
            return refusal;
        }

        var dysfunction = new Dysfunction
        {
            Id = Guid.CreateVersion7(now),
            PlantId = plantId,
            Number = number,
            ReportedById = byId,
            ReportedAt = now,
            NoticedById = origin.NoticedById,
            NoticedAt = origin.NoticedAt,
            AlertIds = origin.AlertIds,
            RecurrenceId = origin.RecurrenceId,
        };
        dysfunction.Take(terms);
        dysfunction.Note(DysfunctionStepKind.Reported, byId, now);
        return dysfunction;
    }

    private static Refusal? Unfounded(DysfunctionTerms terms, bool hasAlerts) => Refusal.All([
        Words.Missing("title", terms.Title) ?? Words.TooLong("title", terms.Title, Words.InName),
        hasAlerts ? null : Words.Missing("facts", terms.Facts),
        Words.TooLong("facts", terms.Facts, Words.InText),
        Words.TooLong("perimeter", terms.Perimeter, Words.InText)]);

    private void Take(DysfunctionTerms terms)
    {
        (Kind, Title, Facts, Perimeter) = (terms.Kind, terms.Title!.Trim(), Words.Given(terms.Facts), Words.Given(terms.Perimeter));
        (PlaceId, AreaId, ProductId, Keys) = (terms.PlaceId, terms.AreaId, terms.ProductId, terms.Keys);
    }

    private void Note(DysfunctionStepKind kind, Guid? byId, DateTimeOffset now) =>
        Steps = [.. Steps, new(kind, ++Version, byId, now)];
}
