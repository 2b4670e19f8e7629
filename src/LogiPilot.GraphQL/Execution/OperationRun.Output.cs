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
        _nulls.Sort((a, b) => a.Start.CompareTo(b.Start));
        for (var i = 0; i < _roots.Count; i++)
        {
            // The first field's comma has nothing before it.
            var region = _roots[i];
            Write(i == 0 ? region with { Start = region.Start + 1 } : region, ref output);
        }
        output.Write("}"u8);
    }

    private void Write<TSink>(Region region, ref TSink output) where TSink : ISink
    {
        var position = region.Start;
        var hole = region.FirstHole;
        while (hole < region.EndHole)
        {
            var next = _holes[hole];
            if (_nulls.Count > 0 && NullFrom(position, next.Position) is { } boundary)
            {
                output.Write(Buffer.Slice(position, boundary.Start));
                output.Write("null"u8);
                position = boundary.End;
                while (hole < region.EndHole && _holes[hole].Position < position) hole++;
                continue;
            }
            output.Write(Buffer.Slice(position, next.Position));
            Write(next.Content, ref output);
            position = next.Position;
            hole++;
        }
        output.Write(Buffer.Slice(position, region.End));
    }

    /// <summary>The outermost value that became null, begins at or after the position, and holds the next hole.</summary>
    private Boundary? NullFrom(int position, int nextHole)
    {
        foreach (var boundary in _nulls)
            if (boundary.Start >= position && boundary.Start <= nextHole && nextHole < boundary.End) return boundary;
        return null;
    }
}
