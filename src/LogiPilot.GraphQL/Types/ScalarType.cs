using System.Globalization;
using System.Text.Json;

namespace LogiPilot.GraphQL.Types;

/// <summary>How a scalar was written by the client.</summary>
public enum ScalarInputKind
{
    String,
    Integer,
    Float,
    Boolean,

    /// <summary>A bare name, list or object: no built-in scalar takes it.</summary>
    Other,
}

/// <summary>A scalar as the client wrote it, in the document or in a variable.</summary>
public readonly struct ScalarInput
{
    private readonly Language.ValueNode? _literal;
    private readonly JsonElement _json;
    private readonly Execution.VariableValues? _variables;

    internal ScalarInput(ScalarInputKind kind, string text, Language.ValueNode literal, Execution.VariableValues? variables) =>
        (Kind, Text, _literal, _variables) = (kind, text, literal, variables);

    internal ScalarInput(ScalarInputKind kind, string text, JsonElement json) => (Kind, Text, _json) = (kind, text, json);

    public ScalarInputKind Kind { get; }

    /// <summary>The text of a number or boolean, or a string unescaped.</summary>
    public string Text { get; }

    /// <summary>Whether it stands in the document; else it came in a variable.</summary>
    public bool IsLiteral => _literal is not null;

    /// <summary>The value as JSON, for scalars that take lists and objects; a variable in it is as the client sent it.</summary>
    public JsonElement ToJson() => _literal is null ? _json : JsonSerializer.SerializeToElement(Plain(_literal, _variables));

    private static object? Plain(Language.ValueNode value, Execution.VariableValues? variables) => value switch
    {
        Language.IntValueNode number => JsonSerializer.Deserialize<JsonElement>(number.Text),
        Language.FloatValueNode number => JsonSerializer.Deserialize<JsonElement>(number.Text),
        Language.StringValueNode text => text.Value,
        Language.BooleanValueNode truth => truth.Value,
        Language.EnumValueNode name => name.Name,
        Language.ListValueNode list => list.Items.Select(item => Plain(item, variables)).ToArray(),
        Language.ObjectValueNode given => given.Fields.DistinctBy(f => f.Name, StringComparer.Ordinal)
            .Where(f => !IsAbsent(f.Value, variables))
            .ToDictionary(f => f.Name, f => Plain(f.Value, variables), StringComparer.Ordinal),
        Language.VariableNode variable => variables?.Json(variable.Name),
        _ => null,
    };

    // As in an input object: what was not provided counts as nothing given.
    private static bool IsAbsent(Language.ValueNode value, Execution.VariableValues? variables) =>
        variables is not null && value is Language.VariableNode variable && variables.Json(variable.Name) is null;

    /// <summary>The value as errors show it.</summary>
    public string Print() => _literal?.ToString() ?? Execution.InputReading.Print(_json);

    /// <summary>The error of a scalar that cannot take the value; the value is printed after the words.</summary>
    public GraphQLException Refused(string words) => new($"{words}: {Print()}", ErrorCodes.BadInput);
}

/// <summary>Writes a leaf value as JSON.</summary>
public interface ILeafWriter
{
    void WriteObject(ResponseBuffer buffer, object value);
}

/// <summary>Writes a leaf value of one C# type as JSON, without boxing.</summary>
public interface ILeafWriter<in T> : ILeafWriter
{
    void Write(ResponseBuffer buffer, T value);
}

/// <summary>A scalar type. Derive from <see cref="ScalarType{T}"/>.</summary>
public abstract class ScalarType(string name, Type clrType) : NamedType(name), ILeafWriter
{
    public Type ClrType { get; } = clrType;
    public virtual string? SpecifiedBy => null;

    public abstract void WriteObject(ResponseBuffer buffer, object value);

    internal abstract object ReadObject(ScalarInput input);

    /// <summary>A default value as a literal of the schema.</summary>
    public virtual Language.ValueNode ToLiteral(object value) => value switch
    {
        bool b => new Language.BooleanValueNode(b),
        int or long => new Language.IntValueNode(Convert.ToString(value, CultureInfo.InvariantCulture)!),
        double or decimal => NumberLiteral(Convert.ToString(value, CultureInfo.InvariantCulture)!),
        _ => new Language.StringValueNode(Convert.ToString(value, CultureInfo.InvariantCulture)!),
    };

    private static Language.ValueNode NumberLiteral(string text) =>
        text.AsSpan().IndexOfAny('.', 'E') < 0 ? new Language.IntValueNode(text) : new Language.FloatValueNode(text);
}

/// <summary>A scalar whose values are <typeparamref name="T"/> in C#.</summary>
public abstract class ScalarType<T>(string name) : ScalarType(name, typeof(T)), ILeafWriter<T> where T : notnull
{
    /// <summary>Reads what a client sent, or throws <see cref="ScalarInput.Refused"/>.</summary>
    public abstract T Read(ScalarInput input);

    public abstract void Write(ResponseBuffer buffer, T value);

    public sealed override void WriteObject(ResponseBuffer buffer, object value) => Write(buffer, (T)value);

    // What a scalar throws beside its refusal, as of a parser it calls, refuses the value too; the words may not be for the client.
    internal sealed override object ReadObject(ScalarInput input)
    {
        try
        {
            return Read(input);
        }
        catch (Exception exception) when (exception is not GraphQLException)
        {
            throw new GraphQLException($"Expected value of type \"{Name}\", found {input.Print()}.", ErrorCodes.BadInput, exception);
        }
    }
}
