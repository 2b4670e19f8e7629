using System.Text.Json;
using LogiPilot.GraphQL.Language;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Execution;

/// <summary>The variables of a request, coerced to the types the operation declares.</summary>
internal sealed class VariableValues
{
    private const int MaxErrors = 50;
    public static readonly VariableValues None = new([], default, []);
    private readonly Dictionary<string, object?> _values;
    private readonly JsonElement _given;
    private readonly IReadOnlyList<VariableDefinitionNode> _declared;

    private VariableValues(Dictionary<string, object?> values, JsonElement given, IReadOnlyList<VariableDefinitionNode> declared) =>
        (_values, _given, _declared) = (values, given, declared);

    public bool TryGet(string name, out object? value) => _values.TryGetValue(name, out value);

    /// <summary>A variable as the client sent it, else its default; null where it has neither.</summary>
    public JsonElement? Json(string name) =>
        _given.ValueKind == JsonValueKind.Object && _given.TryGetProperty(name, out var json) ? json
        : _declared.FirstOrDefault(variable => variable.Name.Value == name)?.Default is { } literal ? InputReading.ScalarOf(literal).ToJson()
        : null;

    /// <summary>The value of a variable that skips or includes; null where it is null, which a variable with a default may be.</summary>
    public bool? Condition(string name) => _values.TryGetValue(name, out var value) ? value as bool? : null;

    public static VariableValues Read(GraphQLSchema schema, DocumentNode document, OperationNode operation, JsonElement given, bool suggests, out List<GraphQLError>? errors)
    {
        errors = null;
        if (operation.Variables.Count == 0) return None;
        if (given.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null or JsonValueKind.Undefined))
        {
            errors = [new("Variables must be provided as an Object where each property is a variable value.") { Code = ErrorCodes.BadInput }];
            return None;
        }
        if (given.ValueKind == JsonValueKind.Object) InputReading.RequireFewProperties(given);
        var values = new Dictionary<string, object?>(operation.Variables.Count, StringComparer.Ordinal);
        foreach (var variable in operation.Variables)
        {
            var name = variable.Name.Value;
            if (TypeOf(schema, variable.Type) is not { } type) continue;
            var binding = InputBinding.Natural(type);
            if (given.ValueKind == JsonValueKind.Object && given.TryGetProperty(name, out var json))
            {
                if (json.ValueKind == JsonValueKind.Null && type.IsNonNull)
                {
                    Add(ref errors, document.LocationOf(variable), $"Variable \"${name}\" of non-null type \"{type}\" must not be null.");
                    continue;
                }
                var reader = new JsonInputReader(name, suggests);
                values[name] = reader.Read(json, binding);
                foreach (var mistake in reader.Mistakes) Add(ref errors, document.LocationOf(variable), mistake);
            }
            else if (variable.Default is { } literal)
            {
                values[name] = new LiteralInputReader(None, document).Read(literal, binding);
            }
            else if (type.IsNonNull)
            {
                Add(ref errors, document.LocationOf(variable), $"Variable \"${name}\" of required type \"{type}\" was not provided.");
            }
            if (errors?.Count >= MaxErrors)
            {
                errors.Add(new("Too many errors processing variables, error limit reached. Execution aborted.") { Code = ErrorCodes.BadInput });
                break;
            }
        }
        return new(values, given, operation.Variables);
    }

    private static void Add(ref List<GraphQLError>? errors, SourceLocation at, string message) =>
        (errors ??= []).Add(new(message) { Code = ErrorCodes.BadInput, Locations = [at] });

    public static GraphType? TypeOf(GraphQLSchema schema, TypeNode node) => GraphType.Of(node, schema, static (schema, name) => schema.Type(name));
}
