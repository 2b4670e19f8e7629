using LogiPilot.GraphQL.Language;

namespace LogiPilot.GraphQL.Execution;

internal sealed partial class OperationRun
{
    private readonly List<Region> _roots = [];
    private readonly List<Hole> _holes = [];
    private readonly List<Boundary> _nulls = [];
    private readonly long _startedAt = TimeProvider.System.GetTimestamp();
    private PathStep[] _path = new PathStep[16];
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

    private State Save() => new(Buffer.Length, _holes.Count, _depth, _boundary, _boundaryStart);

    private void Restore(State state) => (_depth, _boundary, _boundaryStart) = (state.Depth, state.Boundary, state.BoundaryStart);

    private void CutBack(State state)
    {
        Buffer.CutBack(state.Start);
        for (var i = state.Holes; i < _holes.Count; i++) _holes[i].IsDead = true;
        _holes.RemoveRange(state.Holes, _holes.Count - state.Holes);
    }

    private void WriteRoot(SelectionPlan root, int from, int to)
    {
        (_owner, _boundary, _boundaryStart, _depth) = (null, null, -1, 0);
        for (var i = from; i < to && !_rootIsNull; i++)
        {
            var start = Buffer.Length;
            var firstHole = _holes.Count;
            _contexts.Add(_context = new(this));
            Buffer.WriteRaw(root.Fields[i].Prefix);
            _rootIsNull = !WriteField(root.Fields[i], RootValue);
            _roots.Add(new(start, Buffer.Length, firstHole, _holes.Count));
        }
    }

    /// <summary>Leaves a hole for a result that comes later.</summary>
    private void Leave(FieldPlan plan, Hole hole)
    {
        if (plan.Shape.NonNull && _boundaryStart >= 0) _boundary ??= new(_boundaryStart);
        _holes.Add(hole);
        _outstanding++;
        var since = watch?.Leave() ?? 0;
        hole.Wait(this, plan, _context, PathOf(plan).ToArray(), Buffer.Length, plan.Shape.NonNull ? _boundary : null, _owner, since);
    }

    private void Complete(Hole hole)
    {
        _outstanding--;
        watch?.Took(hole.Plan, hole.Since, hole.ArrivedAt, hole.Path);
        if (hole.IsDead || _rootIsNull)
        {
            LogLost(hole);
            return;
        }
        (_owner, _context, _boundary, _boundaryStart) = (hole, hole.Context, null, -1);
        _depth = hole.Path.Length;
        hole.Path.CopyTo(Room(_depth), 0);
        var before = Save();
        bool written;
        try
        {
            written = hole is Hole.AwaitedGuard guard ? WriteAdmitted(guard) : WriteValue(hole.Plan, hole.Plan.Shape, Take(hole));
        }
        catch (Exception exception) when (!IsAbort(exception))
        {
            Restore(before);
            CutBack(before);
            Report(exception, hole.Plan, _path.AsSpan(0, _depth));
            written = !hole.Plan.Shape.NonNull;
            if (written) Buffer.WriteNull();
        }
        hole.Content = new(before.Start, Buffer.Length, before.Holes, _holes.Count);
        if (!written) NullAround(hole);
    }

    private bool WriteAdmitted(Hole.AwaitedGuard guard)
    {
        guard.Take();
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
            reporter.Log(exception, Values(hole.Path), _operationName, Logged);
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
                if (!boundary.IsNull) _nulls.Add(boundary);
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

    private void Push(PathStep step)
    {
        Room(_depth + 1)[_depth] = step;
        _depth++;
    }

    private PathStep[] Room(int depth)
    {
        if (_path.Length < depth) Array.Resize(ref _path, depth * 2);
        return _path;
    }

    private ReadOnlySpan<PathStep> PathOf(FieldPlan plan)
    {
        Room(_depth + 1)[_depth] = new(plan, 0);
        return _path.AsSpan(0, _depth + 1);
    }

    private void Report(Exception exception, FieldPlan plan, ReadOnlySpan<PathStep> path)
    {
        SourceLocation[] locations = [.. plan.Nodes.Select(node => node.Location)];
        Errors.Add(reporter.Report(exception, Values(path), locations, _operationName, Logged));
    }

    private static object[] Values(ReadOnlySpan<PathStep> path)
    {
        var steps = new object[path.Length];
        for (var i = 0; i < steps.Length; i++) steps[i] = path[i].Value;
        return steps;
    }
}
