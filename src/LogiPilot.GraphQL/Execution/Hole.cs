using System.Runtime.CompilerServices;

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

/// <summary>What was written in one go: bytes of the buffer and the holes in them.</summary>
internal readonly record struct Region(int Start, int End, int FirstHole, int EndHole);

/// <summary>
/// A result that comes later, and the place in the answer that waits for it. What comes is written at the end of the buffer, and put
/// in its place when the answer is written out.
/// </summary>
internal abstract class Hole
{
    private OperationRun _run = null!;

    public FieldPlan Plan { get; private set; } = null!;
    public ResolverContext Context { get; private set; } = null!;

    public PathStep[] Path { get; private set; } = [];

    /// <summary>Where in the buffer the value belongs.</summary>
    public int Position { get; private set; }

    /// <summary>The nearest nullable value around the hole that was written with it; null when that is the owner itself.</summary>
    public Boundary? Boundary { get; private set; }

    /// <summary>The hole whose value this one is part of.</summary>
    public Hole? Owner { get; private set; }

    /// <summary>A null has cut the hole out of the answer.</summary>
    public bool IsDead { get; set; }
    public Region Content { get; set; }

    /// <summary>When the resolver was called; zero where nobody watches.</summary>
    public long Since { get; private set; }
    public long ArrivedAt { get; private set; }

    /// <summary>The result, or the exception of the resolver.</summary>
    public abstract object? Take();

    // Called by the compiled resolvers: a finished task costs no more than its value.
    public static object? Of<T>(Task<T> task) =>
        task.IsCompletedSuccessfully ? task.GetAwaiter().GetResult() : new Waiting<T>(task);

    public static object? OfValue<T>(ValueTask<T> task) =>
        task.IsCompletedSuccessfully ? task.GetAwaiter().GetResult() : new Waiting<T>(task.AsTask());

    public void Wait(
        OperationRun run, FieldPlan plan, ResolverContext context, PathStep[] path, int position, Boundary? boundary, Hole? owner, long since = 0)
    {
        (_run, Plan, Context, Path, Position, Boundary, Owner) = (run, plan, context, path, position, boundary, owner);
        Since = since;
        OnCompleted(Arrived);
    }

    protected abstract void OnCompleted(Action continuation);

    private void Arrived()
    {
        if (Since != 0) ArrivedAt = TimeProvider.System.GetTimestamp();
        _run.Arrived(this);
    }

    /// <summary>A guard that has not answered yet; when it admits, the field is resolved in this place.</summary>
    internal sealed class AwaitedGuard(Task<GraphQLException?> answer, object? parent) : Hole
    {
        private readonly ConfiguredTaskAwaitable<GraphQLException?>.ConfiguredTaskAwaiter _awaiter = answer.ConfigureAwait(false).GetAwaiter();

        public object? Parent { get; } = parent;

        public override object? Take() => _awaiter.GetResult() is { } refusal ? throw refusal : null;

        protected override void OnCompleted(Action continuation) => _awaiter.UnsafeOnCompleted(continuation);
    }

    private sealed class Waiting<T>(Task<T> task) : Hole
    {
        private readonly ConfiguredTaskAwaitable<T>.ConfiguredTaskAwaiter _awaiter = task.ConfigureAwait(false).GetAwaiter();

        public override object? Take() => _awaiter.GetResult();

        protected override void OnCompleted(Action continuation) => _awaiter.UnsafeOnCompleted(continuation);
    }
}
