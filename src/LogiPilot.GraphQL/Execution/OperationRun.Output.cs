using System.Buffers;

namespace LogiPilot.GraphQL.Execution;

/// <summary>Where the answer goes: a writer, or only its length.</summary>
internal interface ISink
{
    void Write(ReadOnlySpan<byte> bytes);
}

internal readonly struct WriterSink(IBufferWriter<byte> output) : ISink
{
    public void Write(ReadOnlySpan<byte> bytes) => output.Write(bytes);
}

internal struct LengthSink : ISink
{
    public long Length { get; private set; }

    public void Write(ReadOnlySpan<byte> bytes) => Length += bytes.Length;
}

internal sealed partial class OperationRun
{
    /// <summary>Writes the value of <c>data</c>: what was written in order, with each hole's content in its place.</summary>
    public void WriteData<TSink>(ref TSink output) where TSink : ISink
    {
        if (_rootIsNull)
        {
            output.Write("null"u8);
            return;
        }
        output.Write("{"u8);
        if (Work.Nulls.Count > 1) Work.Nulls.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.End.CompareTo(a.End));
        for (var i = 0; i < Work.Roots.Count; i++)
        {
            // The first field's comma has nothing before it.
            var region = Work.Roots[i];
            Write(i == 0 ? region with { Start = region.Start + 1 } : region, ref output);
        }
        output.Write("}"u8);
    }

    private void Write<TSink>(Region region, ref TSink output) where TSink : ISink
    {
        var position = region.Start;
        var hole = region.FirstHole;
        var holes = Work.Holes;
        while (hole < region.EndHole)
        {
            var next = holes[hole];
            if (Work.Nulls.Count > 0 && NullFrom(position, next.Position, region.End) is { } boundary)
            {
                output.Write(Buffer.Slice(position, boundary.Start));
                output.Write("null"u8);
                position = boundary.End;
                while (hole < region.EndHole && holes[hole].Position < position) hole++;
                continue;
            }
            output.Write(Buffer.Slice(position, next.Position));
            Write(next.Content, ref output);
            position = next.Position;
            hole++;
        }
        output.Write(Buffer.Slice(position, region.End));
    }

    /// <summary>
    /// The outermost value that became null, begins at or after the position, and holds the next hole. As every such value holds a hole, the
    /// first that begins there is the one, if it holds the next.
    /// </summary>
    private Boundary? NullFrom(int position, int nextHole, int end)
    {
        var nulls = Work.Nulls;
        var (low, high) = (0, nulls.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (nulls[middle].Start < position) low = middle + 1;
            else high = middle;
        }
        // What the last hole of a region holds may begin where the region ends, and is no part of it.
        return low < nulls.Count && nulls[low].Start <= nextHole && nextHole < nulls[low].End && nulls[low].End <= end ? nulls[low] : null;
    }
}
