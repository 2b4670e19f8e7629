using System.Reflection;
using LogiPilot.GraphQL.Types;
using Microsoft.AspNetCore.Http;

namespace LogiPilot.GraphQL;

/// <summary>What a GraphQL server is made of, its hooks and its limits.</summary>
public sealed class GraphQLOptions
{
    internal List<Assembly> Assemblies { get; } = [];
    internal List<Type> Types { get; } = [];
    internal List<Type> MutationErrors { get; } = [];
    internal List<ScalarType> Scalars { get; } = [];
    internal List<Type> Directives { get; } = [];

    /// <summary>What introspection says of the schema as a whole.</summary>
    public string? Description { get; set; }

    /// <summary>Whether descriptions are taken from the XML documentation beside the assemblies, where no attribute gives one.</summary>
    public bool UseXmlDocumentation { get; set; } = true;

    internal List<Func<GraphQLError, GraphQLError>> ErrorFilters { get; } = [];

    /// <summary>Turns an exception of a mutation into an error of its payload; null, or an error the mutation does not have, leaves it to the error filters.</summary>
    public Func<Exception, IMutationError?>? MutationErrorFilter { get; set; }

    /// <summary>
    /// Asked once for each field when the schema is built; what it returns runs before the field is resolved and refuses it by returning
    /// an error, at once or later. <c>[Authorize]</c> is asked first.
    /// </summary>
    public Func<FieldDefinition, FieldGuard?>? Guard { get; set; }

    /// <summary>Called with each DI scope made for a root field or a batch, to hand the caller's identity over.</summary>
    public Action<IServiceProvider, GraphQLRequest>? ScopeCreated { get; set; }

    /// <summary>Answers <c>GET</c> by a browser.</summary>
    public RequestDelegate? Ide { get; set; }

    /// <summary>A resolver that takes this long is seen in traces and measured; zero for none. Costs something only while somebody listens.</summary>
    public TimeSpan SlowResolverThreshold { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Whether traces hold the document, whose literals may be nobody's business.</summary>
    public bool TraceDocuments { get; set; }

    public bool EnableIntrospection { get; set; } = true;

    /// <summary>Asked with each request that introspects, where not everyone may; also before the schema's text is shown.</summary>
    public Func<HttpContext, bool>? AllowIntrospection { get; set; }

    // Documents are kept for all callers, so that what not everyone may ask is suggested to nobody.
    internal bool MaySuggest => EnableIntrospection && AllowIntrospection is null;

    /// <summary>
    /// Whether a GET needs the header <c>GraphQL-Require-Preflight</c>, or one that Hot Chocolate's or Apollo's clients send. Off, a page of
    /// another origin can make a browser send queries, whose answers it cannot read; mutations it cannot send either way.
    /// </summary>
    public bool RequirePreflight { get; set; }

    /// <summary>Whether a body may be an array of requests, answered by an array.</summary>
    public bool EnableBatching { get; set; }

    /// <summary>Most requests in a batch.</summary>
    public int MaxBatchSize { get; set; } = 10;

    /// <summary>Longest a request may take; zero for no limit.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest document, in characters.</summary>
    public int MaxDocumentLength { get; set; } = 100_000;

    public int MaxTokens { get; set; } = 20_000;

    /// <summary>Deepest nesting of fields.</summary>
    public int MaxDepth { get; set; } = 32;

    public int MaxAliases { get; set; } = 100;

    /// <summary>Most fields an operation selects, fragments counted at each use.</summary>
    public int MaxFields { get; set; } = 10_000;

    /// <summary>
    /// The most an operation, or a batch of them, may cost by its fields or by its objects. The default lets a page of 1,000 in a page of
    /// 1,000 cost 500 for each item, and refuses a third page of 1,000 in it; lower it to what the resolvers bear.
    /// </summary>
    public long MaxCost { get; set; } = 500_000_000;

    /// <summary>How many items a list is taken to have of which nothing says how many, in the cost of an operation.</summary>
    public int AssumedListSize { get; set; } = 10;

    /// <summary>Most fields at the root of an operation, fragments counted at each use.</summary>
    public int MaxRootFields { get; set; } = 100;

    /// <summary>Most uses of directives in a document.</summary>
    public int MaxDirectives { get; set; } = 500;

    /// <summary>Most operations and fragments in a document.</summary>
    public int MaxDefinitions { get; set; } = 500;

    /// <summary>Most variables of an operation.</summary>
    public int MaxVariables { get; set; } = 500;

    /// <summary>Largest request body, in bytes.</summary>
    public long MaxRequestBodySize { get; set; } = 8 * 1024 * 1024;

    public SubscriptionOptions Subscriptions { get; } = new();

    public int DefaultPageSize { get; set; } = 50;

    public int MaxPageSize { get; set; } = 1_000;

    /// <summary>
    /// Whether a client may leave a document here under its SHA-256 and later send the hash alone, as Apollo's automatic persisted queries do.
    /// </summary>
    public bool EnableAutomaticPersistedDocuments { get; set; } = true;

    /// <summary>Where set, these documents are run, by their id, and nothing else.</summary>
    public TrustedDocuments? TrustedDocuments { get; set; }

    /// <summary>How many documents are kept parsed, validated and planned.</summary>
    public int DocumentCacheSize { get; set; } = 1_000;

    /// <summary>Adds the annotated classes of an assembly.</summary>
    public GraphQLOptions AddTypes(Assembly assembly)
    {
        Assemblies.Add(assembly);
        return this;
    }

    /// <summary>Adds one annotated class.</summary>
    public GraphQLOptions AddType(Type type)
    {
        Types.Add(type);
        return this;
    }

    /// <summary>
    /// Adds a filter that each error passes before the client sees it, in order. <see cref="GraphQLError.Exception"/> says what a resolver
    /// threw; what keeps the code INTERNAL is logged.
    /// </summary>
    public GraphQLOptions AddErrorFilter(Func<GraphQLError, GraphQLError> filter)
    {
        ErrorFilters.Add(filter);
        return this;
    }

    /// <summary>Makes an error type one of every mutation's.</summary>
    public GraphQLOptions AddMutationError<TError>() where TError : IMutationError
    {
        MutationErrors.Add(typeof(TError));
        return this;
    }

    /// <summary>Adds a directive that documents may use, made of a class with <see cref="DirectiveAttribute"/>.</summary>
    public GraphQLOptions AddDirective<T>() where T : class
    {
        Directives.Add(typeof(T));
        return this;
    }

    /// <summary>Adds a scalar, or replaces the one of the same C# type.</summary>
    public GraphQLOptions AddScalar(ScalarType scalar)
    {
        Scalars.Add(scalar);
        return this;
    }
}
