namespace LogiPilot.GraphQL.Tests.Sample;

public enum Genre
{
    ScienceFiction,
    Crime,
    [GraphQLDeprecated("Use CRIME")] Thriller,
}

[InterfaceType]
[GraphQLDescription("Something with a name.")]
public interface INamed
{
    string Name { get; }
}

[UnionType]
public interface ISearchResult;

[GraphQLDescription("A person who writes.")]
public sealed record Author(Guid Id, string Name, DateTimeOffset? BornAt) : INamed, ISearchResult
{
    public string? Motto { get; init; }
}

public sealed record Shop(string Name, string City) : INamed;

public sealed class Book(Guid id, string title, Guid authorId, decimal price, Genre genre) : ISearchResult
{
    public Guid Id { get; } = id;
    public string Title { get; } = title;
    public Guid AuthorId { get; } = authorId;
    public decimal Price { get; } = price;
    public Genre Genre { get; } = genre;
    public long Sold { get; init; }
    public double Weight { get; init; } = 0.5;
    public bool InPrint { get; init; } = true;
    public int[] Ratings { get; init; } = [];
    public IReadOnlyList<string?> Notes { get; init; } = [];

    [GraphQLIgnore]
    public string Secret => "secret";

    [GraphQLDeprecated("Use title")]
    public string Name => Title;

    public string GetGreeting(string to = "reader", int times = 1) => string.Concat(Enumerable.Repeat($"Hello {to}! ", Math.Min(times, 1_000))).Trim();
}

public sealed record BookFilter(IReadOnlyList<Genre>? Genres, string? Text, decimal? MaxPrice = null, int Skip = 0);

public sealed record EditInput(Guid Id, Optional<string> Motto, string? Name = null);

[OneOf]
public sealed record BookKey(Guid? Id, string? Title);

public sealed class Library
{
    public static readonly Guid Ursula = Guid.Parse("00000000-0000-0000-0000-000000000001");
    public static readonly Guid Agatha = Guid.Parse("00000000-0000-0000-0000-000000000002");

    public List<Author> Authors { get; } =
    [
        new(Ursula, "Ursula K. Le Guin", new(1929, 10, 21, 0, 0, 0, TimeSpan.Zero)),
        new(Agatha, "Agatha \"Queen\" Christie", null) { Motto = "Précis, 推理 😀\n" },
    ];

    public List<Book> Books { get; } =
    [
        new(Guid.Parse("00000000-0000-0000-0000-000000000011"), "The Dispossessed", Ursula, 12.50m, Genre.ScienceFiction) { Sold = 5_000_000_000, Ratings = [5, 4] },
        new(Guid.Parse("00000000-0000-0000-0000-000000000012"), "Curtain", Agatha, 8m, Genre.Crime) { Notes = ["a", null] },
        new(Guid.Parse("00000000-0000-0000-0000-000000000013"), "Ghost", Guid.Empty, 1m, Genre.Thriller),
    ];

    public List<IReadOnlyList<Guid>> Batches { get; } = [];

    public List<string> Log { get; } = [];

    public Book? Find(Guid id) => Books.Find(book => book.Id == id);
}

public sealed class AuthorById(Library library) : BatchDataLoader<Guid, Author>
{
    protected override async Task<IReadOnlyDictionary<Guid, Author>> LoadBatchAsync(IReadOnlyList<Guid> keys, CancellationToken cancellationToken)
    {
        await Task.Yield();
        lock (library.Batches) library.Batches.Add([.. keys]);
        return library.Authors.Where(author => keys.Contains(author.Id)).DistinctBy(author => author.Id).ToDictionary(author => author.Id);
    }
}

public sealed class BooksByAuthor(Library library) : GroupedDataLoader<Guid, Book>
{
    protected override Task<ILookup<Guid, Book>> LoadGroupedBatchAsync(IReadOnlyList<Guid> keys, CancellationToken cancellationToken) =>
        Task.FromResult(library.Books.Where(book => keys.Contains(book.AuthorId)).ToLookup(book => book.AuthorId));
}

[ObjectType<Book>]
public static class BookNode
{
    [BindMember(nameof(Book.AuthorId))]
    public static Task<Author?> GetAuthorAsync([Parent] Book book, AuthorById authors, CancellationToken cancellationToken) =>
        authors.LoadAsync(book.AuthorId, cancellationToken);

    public static async Task<Author> GetRequiredAuthorAsync([Parent] Book book, AuthorById authors) => await authors.LoadRequiredAsync(book.AuthorId);
}

[ObjectType<Author>]
public static class AuthorNode
{
    public static Task<IReadOnlyList<Book>?> GetBooks([Parent] Author author, BooksByAuthor books) => books.LoadAsync(author.Id);

    public static string GetMustHaveMotto([Parent] Author author) => author.Motto!;
}

[QueryType]
public static class LibraryQueries
{
    public static string Version => "1";

    public static Book? GetBook(Guid id, Library library) => library.Find(id);

    public static Book? GetBookBy(BookKey key, Library library) =>
        key.Id is { } id ? library.Find(id) : library.Books.Find(book => book.Title == key.Title);

    public static async Task<Connection<Book>> GetBooksAsync(BookFilter? filter, PageRequest page, Library library, CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        library.Log.Add($"total:{page.WantsTotalCount}");
        var all = library.Books.Where(book => filter?.Genres?.Contains(book.Genre) ?? true).Skip(filter?.Skip ?? 0).ToList();
        var connection = Connection.FromList(all, page);
        return page.WantsTotalCount ? connection : connection with { TotalCount = null };
    }

    public static IEnumerable<Book> GetAllBooks(Library library) => library.Books;

    public static IReadOnlyList<INamed> GetNamed(Library library) => [library.Authors[0], new Shop("Shakespeare & Co", "Paris")];

    public static async ValueTask<IReadOnlyList<ISearchResult>> SearchAsync(string text, Library library)
    {
        await Task.Yield();
        return [.. library.Books.Where(book => book.Title.Contains(text, StringComparison.OrdinalIgnoreCase)), .. library.Authors.Where(author => author.Name.Contains(text, StringComparison.OrdinalIgnoreCase))];
    }

    public static string Echo(string? text = "nothing", IReadOnlyList<int>? numbers = null, double? ratio = null, bool flag = false, Genre genre = Genre.Crime, long? big = null, decimal? exact = null, DateTimeOffset? at = null, GraphId? id = null) =>
        FormattableString.Invariant($"{text ?? "null"}|{(numbers is null ? "null" : string.Join(',', numbers))}|{ratio}|{flag}|{genre}|{big}|{exact}|{at:O}|{id}");

    public static string Fail() => throw new InvalidOperationException("the password is 1234");

    public static string? Refuse() => throw new GraphQLException("Not today.", "CLOSED");
}

public sealed record NotFoundError(string Message, Guid? Id) : IMutationError
{
    public string Code => "NOT_FOUND";
}

public sealed record InvalidError(string Message) : IMutationError
{
    public string Code => "INVALID";
}

[PayloadType]
public sealed record ImportResult(int Added, IReadOnlyList<Author> Authors);

[MutationType]
public static class LibraryMutations
{
    public static async Task<FieldResult<Author>> AddAuthorAsync(string name, Guid? clientId, Library library, CancellationToken cancellationToken)
    {
        await Task.Delay(1, cancellationToken);
        library.Log.Add(name);
        if (name.Length == 0) return FieldResult.Failed(new InvalidError("A name is needed."), new NotFoundError("Nobody.", clientId));
        var author = new Author(clientId ?? Guid.Empty, name, null);
        library.Authors.Add(author);
        return author;
    }

    public static FieldResult<Author> EditAuthor(EditInput input, Library library)
    {
        var author = library.Authors.Find(a => a.Id == input.Id);
        if (author is null) return FieldResult.Failed(new NotFoundError("No such author.", input.Id));
        var edited = author with { Name = input.Name ?? author.Name, Motto = input.Motto.HasValue ? input.Motto.Value : author.Motto };
        library.Authors[library.Authors.IndexOf(author)] = edited;
        return edited;
    }

    public static FieldResult<ImportResult> ImportAuthors(IReadOnlyList<string> names, Library library) =>
        new ImportResult(names.Count, library.Authors);

    [Payload("done")]
    public static bool Reset(Library library)
    {
        library.Log.Clear();
        return true;
    }

    public static FieldResult<Author> Explode(bool known) =>
        known ? throw new KeyNotFoundException("gone") : throw new InvalidOperationException("bug");
}
