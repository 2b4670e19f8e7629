using System.Text.Json;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Execution;

/// <summary>Coerces a variable's JSON to its C# value and gathers every mistake in it, in graphql-js's words.</summary>
internal sealed class JsonInputReader(string variable, bool suggests)
{
    private const int MaxMistakes = 50;
    private const int MaxItems = 100_000;
    private readonly List<object> _path = [];
    private int _items;

    public List<string> Mistakes { get; } = [];

    public object? Read(JsonElement json, InputBinding binding)
    {
        var type = binding.Type;
        if (json.ValueKind == JsonValueKind.Null)
        {
            if (type.IsNonNull) Refuse(json, $"Expected non-nullable type \"{type}\" not to be null.");
            return null;
        }
        return type.Nullable switch
        {
            ListType => ReadList(json, binding),
            InputObjectType input => ReadObject(json, input),
            EnumType values => ReadEnum(json, values),
            ScalarType scalar => ReadScalar(json, scalar),
            _ => null,
        };
    }

    private object? ReadList(JsonElement json, InputBinding binding)
    {
        if (json.ValueKind != JsonValueKind.Array) return Finish([Read(json, binding.Item!)]);
        _items += json.GetArrayLength();
        if (_items > MaxItems)
            throw new GraphQLException($"The lists in variable \"${variable}\" have more than {MaxItems} items.", ErrorCodes.Limit);
        var items = new object?[json.GetArrayLength()];
        var i = 0;
        foreach (var item in json.EnumerateArray())
        {
            _path.Add(i);
            items[i++] = Read(item, binding.Item!);
            _path.RemoveAt(_path.Count - 1);
            if (Mistakes.Count >= MaxMistakes) return null;
        }
        return Finish(items);

        // After a mistake the items are not all there, and nobody will look at them.
        object? Finish(object?[] all) => Mistakes.Count > 0 ? null : binding.MakeList(all);
    }

    private object? ReadObject(JsonElement json, InputObjectType type)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            Refuse(json, $"Expected type \"{type}\" to be an object.");
            return null;
        }
        InputReading.RequireFewProperties(json);
        var values = new object?[type.Fields.Count];
        var known = 0;
        for (var i = 0; i < values.Length; i++)
        {
            var field = type.Fields[i];
            if (!json.TryGetProperty(field.Name, out var value))
            {
                if (field.IsRequired) Refuse(json, $"Field \"{field.Name}\" of required type \"{field.Type}\" was not provided.");
                values[i] = field.AbsentValue;
                continue;
            }
            known++;
            if (value.ValueKind == JsonValueKind.Null && field.Type.IsNonNull)
            {
                _path.Add(field.Name);
                Refuse(value, $"Expected non-nullable type \"{field.Type}\" not to be null.");
                _path.RemoveAt(_path.Count - 1);
                continue;
            }
            _path.Add(field.Name);
            values[i] = InputReading.Wrap(field.Binding, Read(value, field.Binding));
            _path.RemoveAt(_path.Count - 1);
        }
        RefuseUnknown(json, type, known);
        if (type.IsOneOf) RequireOne(json, type, known);
        return Mistakes.Count > 0 ? null : type.Create.Value(values);
    }

    private void RequireOne(JsonElement json, InputObjectType type, int known)
    {
        if (known != 1) Refuse(json, $"Exactly one key must be specified for OneOf type \"{type}\".");
        if (known == 0) return;
        var first = type.Fields.First(field => json.TryGetProperty(field.Name, out _)).Name;
        var value = json.GetProperty(first);
        if (value.ValueKind != JsonValueKind.Null) return;
        _path.Add(first);
        Refuse(value, $"Field \"{first}\" must be non-null.");
        _path.RemoveAt(_path.Count - 1);
    }

    private void RefuseUnknown(JsonElement json, InputObjectType type, int known)
    {
        if (json.GetPropertyCount() == known) return;
        foreach (var property in json.EnumerateObject())
        {
            var name = InputReading.Name(property);
            if (type.Field(name) is not null) continue;
            if (Mistakes.Count >= MaxMistakes) break;
            var hint = suggests ? DidYouMean.Suggest(name, type.Fields.Select(field => field.Name)) : "";
            Refuse(json, $"Field \"{InputReading.Shown(name)}\" is not defined by type \"{type}\".{hint}");
        }
    }

    private object? ReadEnum(JsonElement json, EnumType type)
    {
        if (json.ValueKind != JsonValueKind.String)
        {
            Refuse(json, $"Enum \"{type}\" cannot represent non-string value: {Print(json)}.{(json.ValueKind == JsonValueKind.Object || !suggests ? "" : DidYouMean.Enum(Print(json), type))}");
            return null;
        }
        var name = InputReading.Text(json);
        if (type.Value(name) is { } value) return value.ClrValue;
        Refuse(json, $"Value \"{InputReading.Shown(name)}\" does not exist in \"{type}\" enum.{(suggests ? DidYouMean.Enum(name, type) : "")}");
        return null;
    }

    private object? ReadScalar(JsonElement json, ScalarType type)
    {
        try
        {
            return type.ReadObject(InputReading.ScalarOf(json));
        }
        catch (GraphQLException mistake)
        {
            Refuse(json, mistake.Message);
            return null;
        }
    }

    private void Refuse(JsonElement json, string reason)
    {
        if (Mistakes.Count >= MaxMistakes) return;
        var at = _path.Count == 0 ? "" : $" at \"{variable}{string.Concat(_path.Select(part => part is int index ? $"[{index}]" : $".{part}"))}\"";
        Mistakes.Add($"Variable \"${variable}\" got invalid value {Print(json)}{at}; {reason}");
    }

    private static string Print(JsonElement json) => InputReading.Print(json);
}
