using System.Text.Json;
using System.Text.Json.Serialization;
using LogiPilot.GraphQL;

namespace LogiPilot.Kaizen.Benchmarks;

internal enum Stock
{
    Plenty,
    Low,
    None,
}

internal sealed record Country(int Key, string Code, string Name);

internal sealed record Supplier(int Key, string Name, string City, [property: GraphQLIgnore] int CountryKey);

internal sealed record Category(int Key, string Name, [property: GraphQLIgnore] int? ParentKey);

internal sealed record Author(int Key, string Name);

internal sealed record Review(int Key, int Rating, string Text, [property: GraphQLIgnore] int ProductKey, [property: GraphQLIgnore] int AuthorKey);

internal sealed record Product(
    int Key, string Name, double Price, int Count, bool IsActive, Stock Stock, [property: GraphQLIgnore] int SupplierKey, [property: GraphQLIgnore] int CategoryKey);

internal sealed record Reading(int Number, string Sensor, double Value, bool IsValid, Stock Stock);

/// <summary>What both servers serve: the schema is printed for the other one, and the data written out for it.</summary>
internal static class GraphQLShop
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) } };

    public static readonly Country[] Countries = Make(12, i => new Country(i, $"C{i:00}", $"Country {i}"));
    public static readonly Supplier[] Suppliers = Make(20, i => new Supplier(i, $"Supplier \"{i}\"", $"City {i % 7}", i % 12));
    public static readonly Category[] Categories = Make(10, i => new Category(i, $"Category {i}", i < 3 ? null : i % 3));
    public static readonly Author[] Authors = Make(40, i => new Author(i, $"Author {i}"));
    public static readonly Product[] Products = Make(200, i => new Product(i, $"Product {i}", i * 1.25, i % 17, i % 3 != 0, (Stock)(i % 3), i % 20, i % 10));
    public static readonly Review[] Reviews = Make(600, i => new Review(i, 1 + (i % 5), $"Works as it should, {i} times over.", i % 200, i % 40));
    public static readonly Reading[] Readings = Make(5_000, i => new Reading(i, $"Sensor {i % 100}", i * 0.125, i % 11 != 0, (Stock)(i % 3)));

    public const string One = "query One($key: Int!) { product(key: $key) { key name price count isActive stock } }";

    public const string Nested = """
        query Nested { products(first: 50) {
          key name price count isActive stock
          supplier { key name city country { key code name } }
          category { key name parent { key name } }
          reviews { key rating text author { key name } } } }
        """;

    public const string List = "{ readings { number sensor value isValid stock } }";

    /// <summary>Whether a batch is answered in a later turn, as by a database, or at once.</summary>
    public static bool AnswersLater { get; set; } = true;

    public static GraphQLOptions Options()
    {
        var options = new GraphQLOptions();
        foreach (var type in (Type[])[typeof(ShopQueries), typeof(ProductNode), typeof(SupplierNode), typeof(CategoryNode), typeof(ReviewNode)]) options.AddType(type);
        return options;
    }

    /// <summary>Writes the schema and the data where <c>tests/Node/shop.mjs</c> reads them.</summary>
    public static async Task<string> WriteOut()
    {
        var folder = Directory.CreateTempSubdirectory("graphql-bench-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "schema.graphql"), GraphQLSchema.Create(Options()).Print());
        await File.WriteAllTextAsync(
            Path.Combine(folder, "data.json"), JsonSerializer.Serialize(new { Countries, Suppliers, Categories, Authors, Products, Reviews, Readings }, Json));
        return folder;
    }

    private static T[] Make<T>(int count, Func<int, T> make) => [.. Enumerable.Range(0, count).Select(make)];
}

[QueryType]
internal static class ShopQueries
{
    public static Product? GetProduct(int key) => Array.Find(GraphQLShop.Products, product => product.Key == key);

    public static IReadOnlyList<Product> GetProducts(int first) => new ArraySegment<Product>(GraphQLShop.Products, 0, first);

    public static IReadOnlyList<Reading> GetReadings() => GraphQLShop.Readings;
}

[ObjectType<Product>]
internal static class ProductNode
{
    public static Task<Supplier> GetSupplierAsync([Parent] Product product, SupplierByKey suppliers) => suppliers.LoadRequiredAsync(product.SupplierKey);

    public static Task<Category?> GetCategoryAsync([Parent] Product product, CategoryByKey categories) => categories.LoadAsync(product.CategoryKey);

    public static Task<IReadOnlyList<Review>?> GetReviewsAsync([Parent] Product product, ReviewsByProduct reviews) => reviews.LoadAsync(product.Key);
}

[ObjectType<Supplier>]
internal static class SupplierNode
{
    public static Task<Country?> GetCountryAsync([Parent] Supplier supplier, CountryByKey countries) => countries.LoadAsync(supplier.CountryKey);
}

[ObjectType<Category>]
internal static class CategoryNode
{
    public static async Task<Category?> GetParentAsync([Parent] Category category, CategoryByKey categories) =>
        category.ParentKey is { } key ? await categories.LoadAsync(key) : null;
}

[ObjectType<Review>]
internal static class ReviewNode
{
    public static Task<Author?> GetAuthorAsync([Parent] Review review, AuthorByKey authors) => authors.LoadAsync(review.AuthorKey);
}

internal abstract class ByKey<T>(T[] all) : BatchDataLoader<int, T>
{
    protected override async Task<IReadOnlyDictionary<int, T>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
    {
        if (GraphQLShop.AnswersLater) await Task.Yield();
        var found = new Dictionary<int, T>(keys.Count);
        foreach (var key in keys) found[key] = all[key];
        return found;
    }
}

internal sealed class SupplierByKey() : ByKey<Supplier>(GraphQLShop.Suppliers);

internal sealed class CategoryByKey() : ByKey<Category>(GraphQLShop.Categories);

internal sealed class CountryByKey() : ByKey<Country>(GraphQLShop.Countries);

internal sealed class AuthorByKey() : ByKey<Author>(GraphQLShop.Authors);

internal sealed class ReviewsByProduct : BatchDataLoader<int, IReadOnlyList<Review>>
{
    private static readonly Dictionary<int, IReadOnlyList<Review>> ByProduct =
        GraphQLShop.Reviews.GroupBy(review => review.ProductKey).ToDictionary(group => group.Key, group => (IReadOnlyList<Review>)[.. group]);

    protected override async Task<IReadOnlyDictionary<int, IReadOnlyList<Review>>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
    {
        if (GraphQLShop.AnswersLater) await Task.Yield();
        var found = new Dictionary<int, IReadOnlyList<Review>>(keys.Count);
        foreach (var key in keys) found[key] = ByProduct[key];
        return found;
    }
}
