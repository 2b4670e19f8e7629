namespace LogiPilot.GraphQL.Execution;

/// <summary>A step of the path to a value: a field, or a position in a list.</summary>
internal readonly record struct PathStep(FieldPlan? Field, int Index)
{
    public object Value => Field is null ? Index : Field.ResponseName;
}

/// <summary>
/// A nullable value already written that has non-null holes in it: when one of them turns out null, all of it becomes null.
/// </summary>
internal sealed class Boundary(int start)
{
    public int Start { get; } = start;
    public int End { get; set; }
    public bool IsNull { get; set; }
}

/// <summary>
/// A place in the answer whose value comes later. What comes is written at the end of the buffer, and put in its place
/// when the answer is written out.
/// </summary>
internal sealed class Hole(OperationRun run, FieldPlan plan, ResolverContext context, PendingResult pending, PathStep[] path)
{
    public FieldPlan Plan { get; } = plan;
    public ResolverContext Context { get; } = context;
    public PendingResult Pending { get; } = pending;
    public PathStep[] Path { get; } = path;

    /// <summary>Where in the buffer the value belongs.</summary>
    public int Position { get; init; }

    /// <summary>The nearest nullable value around the hole that was written with it; null when that is the owner itself.</summary>
    public Boundary? Boundary { get; init; }

    /// <summary>The hole whose value this one is part of.</summary>
    public Hole? Owner { get; init; }

    /// <summary>A null has cut the hole out of the answer.</summary>
    public bool IsDead { get; set; }
    public bool IsNull { get; set; }
    public Region Content { get; set; }

    public void Arrived() => run.Arrived(this);
}

/// <summary>What was written in one go: bytes of the buffer and the holes in them.</summary>
internal readonly record struct Region(int Start, int End, int FirstHole, int EndHole);
