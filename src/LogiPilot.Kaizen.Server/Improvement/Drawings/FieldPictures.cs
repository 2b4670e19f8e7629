using System.Text.Json;
using LogiPilot.Kaizen.Core.Improvement.Methods;
using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;
using LogiPilot.Kaizen.Server.Hosting;

namespace LogiPilot.Kaizen.Server.Improvement.Drawings;

/// <summary>Draws the values of fields for screens, in the reader's language: the pictures that are printed.</summary>
public sealed class FieldPictures(Texts texts, ICurrentActor current, IDirectory directory, ISupplyReader supply)
{
    /// <param name="subject">What the analysis is about.</param>
    /// <param name="causes">The causes of another field, by <c>STEP.field</c>.</param>
    public async Task<string?> Draw(
        FieldDefinition field, JsonElement? value, string? subject, Func<string, CausesValue?> causes, CancellationToken cancellationToken)
    {
        if (value is not { ValueKind: JsonValueKind.Array or JsonValueKind.Object } given)
        {
            return null;
        }

        var people = await directory.Current(cancellationToken);
        var products = ProductsIn(field, given) is { Count: > 0 } ids
            ? await supply.ProductsById(ids, cancellationToken)
            : new Dictionary<Guid, Product>();
        var words = new FieldWords(new DrawingWords(texts, current.Actor.Language), (type, id) => Name(type, id, people, products), causes);
        return FieldDrawing.ForScreen(field, given, subject, words);
    }

    /// <summary>The causes of the fields of a plan's cycle.</summary>
    public static Func<string, CausesValue?> CausesOf(ActionPlan plan, IEnumerable<FieldVersion> fields, int cycle) => from =>
        plan.Method.Field(from) is { } field && fields.FirstOrDefault(f => f.Cycle == cycle && f.Key == from)?.Json is { } value
            ? FieldValues.Causes(field, value)
            : null;

    /// <summary>The products that a value names.</summary>
    public static IReadOnlyCollection<Guid> ProductsIn(FieldDefinition field, JsonElement value) =>
        field.Type == FieldType.Product ? value.ValueKind == JsonValueKind.String && Guid.TryParse(value.GetString(), out var id) ? [id] : []
        : field.Type == FieldType.Table && field.Columns?.Any(c => c.Type == FieldType.Product) == true
            ? [.. TableValue.Of(field, value).Rows.SelectMany(r => field.Columns.Where(c => c.Type == FieldType.Product).Select(c => r.IdIn(c.Code))).OfType<Guid>()]
        : [];

    /// <summary>What a person, a place or a product is called.</summary>
    public static string? Name(FieldType type, Guid id, OrganisationPicture people, IReadOnlyDictionary<Guid, Product> products) => type switch
    {
        FieldType.Person => people.NamePerson(id)?.Name,
        FieldType.Place => people.Name(id) is { } place ? $"{place.Code} {place.Name}" : null,
        _ => products.TryGetValue(id, out var product) ? $"{product.Code} {product.Name}" : null,
    };
}
