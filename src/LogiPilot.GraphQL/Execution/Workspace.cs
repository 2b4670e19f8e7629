namespace LogiPilot.GraphQL.Execution;

/// <summary>
/// The memory a run works in. The next run takes it over, but only from a run that ended with nothing outstanding: what a
/// time-out left behind may still come back to it.
/// </summary>
internal sealed class Workspace
{
    private const int LargestKept = 8_192;
    private const int MostKept = 512;
    private const int MostHolesKept = 100_000;
    private static readonly Lock Gate = new();
    private static readonly Stack<Workspace> Free = new();
    private static int _holesKept;
    private readonly List<Hole> _made = [];
    private int _used;
    private int _pathSteps;

    public List<Region> Roots { get; } = [];
    public List<Hole> Holes { get; } = [];
    public List<Boundary> Nulls { get; } = [];
    public List<ResolverContext> Contexts { get; } = [];

    /// <summary>What arrived and waits for its turn: holes and batches.</summary>
    public Queue<object> Ready { get; } = new();
    public List<DataLoader> WaitingLoaders { get; } = [];
    public Dictionary<Type, DataLoader> Loaders { get; } = [];

    /// <summary>The path to where the run is.</summary>
    public PathStep[] Path { get; private set; } = new PathStep[16];

    /// <summary>The paths of the holes, one behind the other.</summary>
    public PathStep[] Paths { get; private set; } = new PathStep[64];

    public static Workspace Rent()
    {
        lock (Gate)
        {
            if (!Free.TryPop(out var kept)) return new();
            _holesKept -= kept._made.Count;
            return kept;
        }
    }

    /// <summary>Keeps it for another run: as many as run at once, within some 15 MB.</summary>
    public static void Return(Workspace workspace)
    {
        if (!workspace.Clear()) return;
        lock (Gate)
        {
            if (Free.Count >= MostKept || _holesKept + workspace._made.Count > MostHolesKept) return;
            _holesKept += workspace._made.Count;
            Free.Push(workspace);
        }
    }

    public Hole NextHole()
    {
        if (_used == _made.Count) _made.Add(new());
        return _made[_used++];
    }

    public PathStep[] RoomForPath(int depth)
    {
        if (Path.Length < depth) Path = Larger(Path, depth);
        return Path;
    }

    /// <summary>Keeps the first steps of the path; answers where they are kept.</summary>
    public int KeepPath(int depth)
    {
        var start = _pathSteps;
        if (Paths.Length < start + depth) Paths = Larger(Paths, start + depth);
        Path.AsSpan(0, depth).CopyTo(Paths.AsSpan(start));
        _pathSteps += depth;
        return start;
    }

    private static PathStep[] Larger(PathStep[] steps, int size)
    {
        Array.Resize(ref steps, Math.Max(size, steps.Length * 2));
        return steps;
    }

    private bool Clear()
    {
        if (_made.Count > LargestKept || Paths.Length > 16 * LargestKept || Ready.EnsureCapacity(0) > 2 * LargestKept || Contexts.Count > LargestKept) return false;
        foreach (var hole in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_made)[.._used]) hole.Clear();
        Array.Clear(Path);
        Array.Clear(Paths, 0, _pathSteps);
        (_used, _pathSteps) = (0, 0);
        Roots.Clear();
        Holes.Clear();
        Nulls.Clear();
        Contexts.Clear();
        Ready.Clear();
        WaitingLoaders.Clear();
        Loaders.Clear();
        return true;
    }
}
