using System.Buffers;
using System.Collections.ObjectModel;
using System.Text;
using System.Text.Json;
using LogiPilot.GraphQL.Execution;

namespace LogiPilot.GraphQL;

/// <summary>The answer to a request. Write it out, then dispose it: its memory is pooled.</summary>
public sealed class ExecutionResult : IAsyncDisposable
{
    private readonly OperationRun? _run;

    internal ExecutionResult(IReadOnlyList<GraphQLError> errors) => Errors = errors;

    internal ExecutionResult(OperationRun run)
    {
        _run = run;
        Errors = run.Errors;
    }

    public IReadOnlyList<GraphQLError> Errors { get; }

    /// <summary>False where the request was refused before anything ran: the answer then has no <c>data</c>.</summary>
    public bool HasData => _run is not null || IsNull;

    /// <summary>Something ran, and nothing of it is left but errors.</summary>
    internal bool IsNull { get; init; }

    /// <summary>Set where the request was a mutation over a method that allows only queries.</summary>
    internal bool IsMethodRefused { get; init; }

    /// <summary>How many bytes <see cref="WriteTo"/> will write; null where that is known only by writing.</summary>
    public long? Length
    {
        get
        {
            if (_run is null || Errors.Count > 0) return null;
            var sink = default(LengthSink);
            _run.WriteData(ref sink);
            return sink.Length + "{\"data\":}"u8.Length + (Cost is { } cost ? cost.ToJson().Length + ",\"extensions\":"u8.Length : 0);
        }
    }

    /// <summary>What the operation costs, where the request asked to be told.</summary>
    public CostReport? Cost { get; internal init; }

    public void WriteTo(IBufferWriter<byte> output)
    {
        output.Write("{"u8);
        if (Errors.Count > 0)
        {
            output.Write("\"errors\":"u8);
            WriteErrors(Errors, output);
            if (HasData) output.Write(","u8);
        }
        if (IsNull) output.Write("\"data\":null"u8);
        if (_run is not null)
        {
            output.Write("\"data\":"u8);
            var sink = new WriterSink(output);
            _run.WriteData(ref sink);
        }
        if (Cost is { } cost)
        {
            output.Write(HasData || Errors.Count > 0 ? ",\"extensions\":"u8 : "\"extensions\":"u8);
            output.Write(Encoding.UTF8.GetBytes(cost.ToJson()));
        }
        output.Write("}"u8);
    }

    public string ToJson()
    {
        var output = new ArrayBufferWriter<byte>();
        WriteTo(output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    public ValueTask DisposeAsync() => _run?.DisposeAsync() ?? default;

    internal static void WriteErrors(IReadOnlyList<GraphQLError> errors, IBufferWriter<byte> output)
    {
        using var writer = new Utf8JsonWriter(output, new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        writer.WriteStartArray();
        foreach (var error in errors)
        {
            writer.WriteStartObject();
            writer.WriteString("message", error.Message);
            if (error.Locations.Count > 0) WriteLocations(writer, error);
            if (error.Path is { } path) WriteList(writer, "path", path);
            if (error.Code is not null || error.Extensions is { Count: > 0 }) WriteExtensions(writer, error);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteLocations(Utf8JsonWriter writer, GraphQLError error)
    {
        writer.WriteStartArray("locations");
        foreach (var location in error.Locations)
        {
            writer.WriteStartObject();
            writer.WriteNumber("line", location.Line);
            writer.WriteNumber("column", location.Column);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteExtensions(Utf8JsonWriter writer, GraphQLError error)
    {
        writer.WriteStartObject("extensions");
        if (error.Code is not null) writer.WriteString("code", error.Code);
        foreach (var (name, value) in error.Extensions ?? ReadOnlyDictionary<string, object?>.Empty)
        {
            writer.WritePropertyName(name);
            JsonSerializer.Serialize(writer, value);
        }
        writer.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter writer, string name, IReadOnlyList<object> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            if (value is int index) writer.WriteNumberValue(index);
            else writer.WriteStringValue((string)value);
        }
        writer.WriteEndArray();
    }
}
