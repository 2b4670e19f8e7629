namespace LogiPilot.GraphQL.Execution;

internal sealed partial class OperationRun
{
    private readonly long _startedAt = TimeProvider.System.GetTimestamp();
    private string? _operationName;
    private int _depth;
    private ResponseBuffer? _buffer = new();
    private Hole? _owner;
    private Boundary? _boundary;
    private int _boundaryStart = -1;
    private bool _rootIsNull;

    private HashSet<Exception> Logged => field ??= new(ReferenceEqualityComparer.Instance);

    private ResponseBuffer Buffer => _buffer ?? throw new ObjectDisposedException(nameof(OperationRun));

    private bool IsOutOfTime => cancellation.IsCancellationRequested || _timeout is { IsCancellationRequested: true }
        || (Timeout > TimeSpan.Zero && TimeProvider.System.GetElapsedTime(_startedAt) > Timeout);

    private readonly record struct State(int Start, int Holes, int Depth, Boundary? Boundary, int BoundaryStart);

    private State Save() => new(Buffer.Length, Work.Holes.Count, _depth, _boundary, _boundaryStart);

    private void Restore(State state) => (_depth, _boundary, _boundaryStart) = (state.Depth, state.Boundary, state.BoundaryStart);

    private void CutBack(State state)
    {
        Buffer.CutBack(state.Start);
        var holes = Work.Holes;
        for (var i = state.Holes; i < holes.Count; i++) holes[i].IsDead = true;
        holes.RemoveRange(state.Holes, holes.Count - state.Holes);
    }

    private void WriteRoot(SelectionPlan root, int from, int to)
    {
        (_owner, _boundary, _boundaryStart, _depth) = (null, null, -1, 0);
        for (var i = from; i < to && !_rootIsNull; i++)
        {
            var start = Buffer.Length;
            var firstHole = Work.Holes.Count;
            Work.Contexts.Add(_context = new(this));
            Buffer.WriteRaw(root.Fields[i].Prefix);
            _rootIsNull = !WriteField(root.Fields[i], RootValue);
            Work.Roots.Add(new(start, Buffer.Length, firstHole, Work.Holes.Count));
        }
    }

    /// <summary>The hole for a resolver's task. Resolvers are called by the run's one flow of control, so this needs no lock.</summary>
    public Hole NewHole(Task task, TaskResult result) => Work.NextHole().For(this, task, result);

    /// <summary>Leaves a hole for a result that comes later.</summary>
    private void Leave(FieldPlan plan, Hole hole)
    {
        if (plan.Shape.NonNull && _boundaryStart >= 0) _boundary ??= new(_boundaryStart);
        Work.Holes.Add(hole);
        _outstanding++;
        var depth = PathOf(plan).Length;
        var since = watch?.Leave() ?? 0;
        hole.Wait(plan, _context, (Work.KeepPath(depth), depth), Buffer.Length, plan.Shape.NonNull ? _boundary : null, _owner, since);
    }

    private void Complete(Hole hole)
    {
        (_owner, _context, _boundary, _boundaryStart) = (hole, hole.Context, null, -1);
        _depth = hole.Path.Depth;
        PathOf(hole).CopyTo(Work.RoomForPath(_depth));
        var before = Save();
        bool written;
        try
        {
            written = hole.IsGuard ? WriteAdmitted(hole) : WriteValue(hole.Plan, hole.Plan.Shape, Take(hole));
        }
        catch (Exception exception) when (!IsAbort(exception))
        {
            Restore(before);
            watch?.Returned(hole.Plan, Path);
            CutBack(before);
            Report(exception, hole.Plan, Path);
            written = !hole.Plan.Shape.NonNull;
            if (written) Buffer.WriteNull();
        }
        hole.Content = new(before.Start, Buffer.Length, before.Holes, Work.Holes.Count);
        if (!written) NullAround(hole);
    }

    private bool WriteAdmitted(Hole guard)
    {
        if (guard.Take() is GraphQLException refusal) throw refusal;
        _depth--;
        return WriteAdmitted(guard.Plan, guard.Parent);
    }

    /// <summary>A field that a null above has cut out of the answer may still have failed.</summary>
    private void LogLost(Hole hole)
    {
        try
        {
            hole.Take();
        }
        catch (Exception exception) when (!IsAbort(exception))
        {
            Reporter.Log(exception, Values(PathOf(hole)), _operationName, Logged);
        }
    }

    private object? Take(Hole hole)
    {
        if (hole.Plan.Field.Resolver!.OnException is not { } translate) return hole.Take();
        try
        {
            return hole.Take() ?? Building.NoValue.Instance;
        }
        catch (Exception exception) when (!IsAbort(exception))
        {
            if (translate(exception) is { } result) return result;
            throw;
        }
    }

    /// <summary>The hole must not be null and is: the nearest nullable value around it becomes null.</summary>
    private void NullAround(Hole hole)
    {
        for (var at = hole; ; at = at.Owner)
        {
            if (at.Boundary is { } boundary)
            {
                if (!boundary.IsNull) Work.Nulls.Add(boundary);
                boundary.IsNull = true;
                return;
            }
            if (at.Owner is null)
            {
                _rootIsNull = true;
                return;
            }
        }
    }

    /// <summary>Whether the exception only says that the time is up or the client gone.</summary>
    private bool IsAbort(Exception exception) => exception is OperationCanceledException && IsOutOfTime;

    private ReadOnlySpan<PathStep> Path => Work.Path.AsSpan(0, _depth);

    private void Push(PathStep step)
    {
        Work.RoomForPath(_depth + 1)[_depth] = step;
        _depth++;
    }

    private ReadOnlySpan<PathStep> PathOf(Hole hole) => Work.Paths.AsSpan(hole.Path.Start, hole.Path.Depth);

    private ReadOnlySpan<PathStep> PathOf(FieldPlan plan)
    {
        var path = Work.RoomForPath(_depth + 1);
        path[_depth] = new(plan, 0);
        return path.AsSpan(0, _depth + 1);
    }

    private void Report(Exception exception, FieldPlan plan, ReadOnlySpan<PathStep> path) =>
        Errors.Add(Reporter.Report(exception, plan, Values(path), _operationName, Logged));

    private static object[] Values(ReadOnlySpan<PathStep> path)
    {
        var steps = new object[path.Length];
        for (var i = 0; i < steps.Length; i++) steps[i] = path[i].Value;
        return steps;
    }
}
