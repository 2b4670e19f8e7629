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
/// in its place when the answer is written out. Holes belong to a workspace and are used again.
/// </summary>
internal sealed class Hole
{
    private readonly Action _arrived;
    private OperationRun _run = null!;
    private Task _task = null!;
    private TaskResult _result = null!;

    public Hole() => _arrived = Arrived;

    public FieldPlan Plan { get; private set; } = null!;
    public ResolverContext Context { get; private set; } = null!;

    /// <summary>Where the workspace keeps the path to it, and how many steps that is.</summary>
    public (int Start, int Depth) Path { get; private set; }

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

    /// <summary>Whether it waits for the guard of its field; when that admits, the field of the parent is resolved in this place.</summary>
    public bool IsGuard { get; private set; }
    public object? Parent { get; private set; }

    // Called by the compiled resolvers: a finished task costs no more than its value.
    public static object? Of<T>(Task<T> task, ResolverContext context) =>
        task.IsCompletedSuccessfully ? task.GetAwaiter().GetResult() : context.Run.NewHole(task, TaskResult.Of<T>.Instance);

    public static object? OfValue<T>(ValueTask<T> task, ResolverContext context) =>
        task.IsCompletedSuccessfully ? task.GetAwaiter().GetResult() : context.Run.NewHole(task.AsTask(), TaskResult.Of<T>.Instance);

    public Hole For(OperationRun run, Task task, TaskResult result)
    {
        (_run, _task, _result) = (run, task, result);
        return this;
    }

    public Hole ForGuard(OperationRun run, Task<GraphQLException?> answer, object? parent)
    {
        (IsGuard, Parent) = (true, parent);
        return For(run, answer, TaskResult.Of<GraphQLException?>.Instance);
    }

    /// <summary>The result, or the exception of the resolver.</summary>
    public object? Take() => _result.Take(_task);

    /// <summary>Nobody will look at the result; an exception in it is no unobserved one.</summary>
    public void Drop() => _ = _task.Exception;

    public void Wait(
        FieldPlan plan, ResolverContext context, (int Start, int Depth) path, int position, Boundary? boundary, Hole? owner, long since)
    {
        (Plan, Context, Path, Position, Boundary, Owner, Since) = (plan, context, path, position, boundary, owner, since);
        _task.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(_arrived);
    }

    private void Arrived()
    {
        if (Since != 0) ArrivedAt = TimeProvider.System.GetTimestamp();
        _run.Arrived(this);
    }

    public void Clear()
    {
        (_run, _task, _result, Plan, Context, Boundary, Owner) = (null!, null!, null!, null!, null!, null, null);
        (Path, Position, IsDead, Content, Since, ArrivedAt, IsGuard, Parent) = (default, 0, false, default, 0, 0, false, null);
    }
}

/// <summary>Reads the result of a task whose type only the resolver knew.</summary>
internal abstract class TaskResult
{
    public abstract object? Take(Task task);

    public sealed class Of<T> : TaskResult
    {
        public static readonly Of<T> Instance = new();

        public override object? Take(Task task) => ((Task<T>)task).GetAwaiter().GetResult();
    }
}
