using System.Text.Json;

namespace LogiPilot.Kaizen.Core.Improvement.Methods;

/// <summary>What is known of a cause: supposed, proved, or ruled out.</summary>
public enum CauseVerdict
{
    Open,
    Verified,
    Refuted,
}

/// <summary>Why it happened, or why it was not seen.</summary>
public enum CauseBranch
{
    Occurrence,
    Escape,
}

/// <summary>The six families of an Ishikawa.</summary>
public enum CauseFamily
{
    Man,
    Machine,
    Material,
    Method,
    Milieu,
    Measure,
}

/// <summary>How a cause was proved: the fault was made to appear, made to disappear, or goes with it in the data.</summary>
public enum ProofKind
{
    Reproduced,
    Eliminated,
    Correlated,
}

public sealed record CauseProof(ProofKind Kind, string? Text, IReadOnlyList<Guid> AttachmentIds)
{
    /// <summary>A proof is told or shown: a kind alone proves nothing.</summary>
    public bool IsGiven => Text is not null || AttachmentIds.Count > 0;
}

/// <summary>A cause of a 5-Why tree (with its parent) or of an Ishikawa (with its family).</summary>
public sealed record Cause(
    string Id,
    string? ParentId,
    CauseBranch? Branch,
    CauseFamily? Family,
    string? Text,
    CauseVerdict Verdict,
    CauseProof? Proof,
    decimal? Contribution,
    bool IsRoot)
{
    public bool IsVerified => Verdict == CauseVerdict.Verified && Proof is { IsGiven: true };
}

/// <summary>The causes of a 5-Why tree or of an Ishikawa, as drawings, gates and the API read them.</summary>
public sealed class CausesValue
{
    public const int MostCauses = 300;
    private const int InId = 64;

    private readonly Dictionary<string, Cause> _byId = new(StringComparer.Ordinal);

    private CausesValue(IReadOnlyList<Cause> causes, bool isTree)
    {
        Causes = causes;
        IsTree = isTree;
        foreach (var cause in causes)
        {
            _byId.TryAdd(cause.Id, cause);
        }
    }

    public IReadOnlyList<Cause> Causes { get; }

    public bool IsTree { get; }

    /// <summary>
    /// The causes that actions must answer: of a tree, the roots that are verified with every cause above them; of an Ishikawa, which
    /// has no levels, every verified one.
    /// </summary>
    public IReadOnlyList<Cause> Kept => [.. Causes.Where(c => (!IsTree || c.IsRoot) && Path(c).All(p => p.IsVerified))];

    public Cause? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The cause and those above it, up to the first why.</summary>
    public IReadOnlyList<Cause> Path(Cause cause)
    {
        var path = new List<Cause>();
        for (var one = cause; one is not null && !path.Contains(one); one = one.ParentId is { } parent ? Find(parent) : null)
        {
            path.Add(one);
        }

        return path;
    }

    /// <summary>Its own branch, else that of the first why above it that names one.</summary>
    public CauseBranch? BranchOf(Cause cause) => Path(cause).Select(c => c.Branch).FirstOrDefault(b => b is not null);

    public static CausesValue Tree(JsonElement value) => Read(new CheckedJson().Root(value), isTree: true);

    public static CausesValue Ishikawa(JsonElement value) => Read(new CheckedJson().Root(value), isTree: false);

    internal static CausesValue Read(JsonPart value, bool isTree)
    {
        var (causes, places) = (new List<Cause>(), new Dictionary<string, JsonPart>(StringComparer.Ordinal));
        foreach (var item in value.Items(MostCauses))
        {
            if (ReadOne(item, isTree) is not { } cause)
            {
                continue;
            }

            causes.Add(cause);
            if (!places.TryAdd(cause.Id, item))
            {
                item.Part("id").Note("valueTwice", ("given", cause.Id));
            }
        }

        var read = new CausesValue(causes, isTree);
        foreach (var cause in causes.Where(c => c.ParentId is not null))
        {
            var parent = places[cause.Id].Part("parentId");
            if (read.Find(cause.ParentId!) is null)
            {
                parent.Note("valueParentUnknown", ("given", cause.ParentId));
            }
            else if (read.Path(cause)[^1].ParentId is { } above && read.Find(above) is not null)
            {
                parent.Note("valueParentLoop", ("given", cause.ParentId));
            }
        }

        return read;
    }

    private static Cause? ReadOne(JsonPart item, bool isTree)
    {
        string[] own = isTree ? ["parentId", "branch", "contribution", "isRoot"] : ["family"];
        if (!item.HasOnly(["id", "text", "verdict", "proof", .. own]))
        {
            return null;
        }

        var id = item.Part("id").Text(InId);
        if (id is null)
        {
            item.Note("valueMissing", ("part", "id"));
        }

        if (!isTree && !item.Part("family").IsGiven)
        {
            item.Note("valueMissing", ("part", "family"));
        }

        var cause = new Cause(
            id ?? "",
            item.Part("parentId").Text(InId),
            item.Part("branch").One<CauseBranch>(),
            item.Part("family").One<CauseFamily>(),
            item.Part("text").Text(),
            item.Part("verdict").One<CauseVerdict>() ?? CauseVerdict.Open,
            ReadProof(item.Part("proof")),
            Percent(item.Part("contribution")),
            item.Part("isRoot").YesNo() ?? false);
        return id is null ? null : cause;
    }

    private static CauseProof? ReadProof(JsonPart part)
    {
        if (!part.HasOnly("kind", "text", "attachmentIds"))
        {
            return null;
        }

        if (!part.Part("kind").IsGiven)
        {
            part.Note("valueMissing", ("part", "kind"));
        }

        var (kind, text) = (part.Part("kind").One<ProofKind>(), part.Part("text").Text());
        var attachments = part.Part("attachmentIds").Items(FieldValues.MostItems).Select(i => i.Id()).OfType<Guid>().ToList();
        return kind is { } known ? new CauseProof(known, text, attachments) : null;
    }

    private static decimal? Percent(JsonPart part)
    {
        if (part.Number() is not { } percent)
        {
            return null;
        }

        if (percent is < 0 or > 100)
        {
            part.Note("valueBetween", ("least", 0), ("most", 100));
        }

        return percent;
    }
}
