using System.Runtime.InteropServices;
using System.Text.Json;
using LogiPilot.GraphQL.Execution;

namespace LogiPilot.GraphQL.Types;

/// <summary>Any JSON, as a literal of the document or in a variable; <see cref="JsonElement"/> in C#.</summary>
internal sealed class AnyScalar() : ScalarType<JsonElement>("Any")
{
    // The element outlives the request's body: a resolver may keep it.
    public override JsonElement Read(ScalarInput input)
    {
        var json = input.ToJson();
        RequireText(json);
        return json.Clone();
    }

    public override void Write(ResponseBuffer buffer, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined) buffer.WriteNull();
        else buffer.WriteRaw(JsonMarshal.GetRawUtf8Value(value));
    }

    /// <summary>JSON lets through half a surrogate pair, at which whoever reads the value later would fail.</summary>
    private static void RequireText(JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.String:
                InputReading.Text(json);
                break;
            case JsonValueKind.Array:
                foreach (var item in json.EnumerateArray()) RequireText(item);
                break;
            case JsonValueKind.Object:
                foreach (var property in json.EnumerateObject())
                {
                    InputReading.Name(property);
                    RequireText(property.Value);
                }
                break;
        }
    }
}
