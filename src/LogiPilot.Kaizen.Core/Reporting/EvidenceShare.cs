using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Reporting;

/// <summary>A person lets somebody see the evidence, until the end of a day of that person's plant (null: until ended).</summary>
public sealed class EvidenceShare
{
    private EvidenceShare()
    {
    }

    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }

    public Guid WithId { get; private set; }

    public DateTimeOffset Since { get; private set; }

    public DateOnly? Until { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public static EvidenceShare Open(Guid personId, Guid withId, DateOnly? until, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(now), PersonId = personId, WithId = withId, Since = now, Until = until };

    public bool HoldsOn(DateOnly today) => EndedAt is null && (Until is null || today <= Until);

    public void LastUntil(DateOnly? until) => Until = until;

    public void End(DateTimeOffset now) => EndedAt ??= now;
}

/// <summary>Shares of evidence. Writing joins the running command.</summary>
public interface IEvidenceShares
{
    Task<EvidenceShare?> Find(Guid id, CancellationToken cancellationToken);

    /// <summary>What a person shares and has not ended, oldest first; some of it may be over by its day.</summary>
    Task<IReadOnlyList<EvidenceShare>> Of(Guid personId, CancellationToken cancellationToken);

    /// <summary>What is shared with somebody and not ended, oldest first; some of it may be over by its day.</summary>
    Task<IReadOnlyList<EvidenceShare>> With(Guid personId, CancellationToken cancellationToken);

    void Add(EvidenceShare share);

    void Save(EvidenceShare share);
}

/// <summary>Somebody may see a person's evidence from now on, or until another day than before.</summary>
public sealed record EvidenceShared(Guid ShareId, Guid PersonId, Guid WithId, DateOnly? Until) : DomainEvent(null, ShareId);

/// <summary>Somebody may not see a person's evidence any more.</summary>
public sealed record EvidenceShareEnded(Guid ShareId, Guid PersonId, Guid WithId) : DomainEvent(null, ShareId);
