using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LogiPilot.GraphQL.Tests.Authorization;

public sealed class AuthorizeTests
{
    public sealed record Letter(string Subject, string Owner)
    {
        [Authorize(Policy = "Owner")]
        public string? GetBody() => $"Dear {Owner}";

        public string? Draft { [Authorize(Roles = "editor")] get; init; } = "crossed out";
    }

    [Authorize(Roles = "banker,director")]
    public sealed record Safe(int Coins)
    {
        public string Label { [AllowAnonymous] get => "Safe"; }
    }

    [QueryType]
    public static class PostQueries
    {
        public static IReadOnlyList<Letter> Letters() => [new("One", "ada"), new("Two", "bob")];

        public static Safe? Safe() => new(12);

        [Authorize]
        public static string? Me(ClaimsPrincipal user) => user.Identity!.Name;
    }

    [QueryType, Authorize]
    public static class StaffQueries
    {
        public static int? Wages() => 3;
    }

    private sealed class IsOwner : AuthorizationHandler<IsOwner, FieldAccess>, IAuthorizationRequirement
    {
        protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, IsOwner requirement, FieldAccess resource)
        {
            await Task.Delay(1);
            if (resource.Parent is Letter letter && letter.Owner == context.User.Identity?.Name) context.Succeed(requirement);
        }
    }

    private static ServiceProvider Post(Action<GraphQLOptions>? configure = null, bool authorization = true)
    {
        var services = new ServiceCollection();
        services.AddGraphQL(options =>
        {
            options.AddType(typeof(PostQueries)).AddType(typeof(StaffQueries));
            configure?.Invoke(options);
        });
        if (authorization)
            services.AddLogging().AddAuthorization(options => options.AddPolicy("Owner", policy => policy.RequireAuthenticatedUser().AddRequirements(new IsOwner())));
        return services.BuildServiceProvider();
    }

    private static async Task<string> Ask(ServiceProvider post, string query, string? name = null, params string[] roles)
    {
        Claim[] claims = [new(ClaimTypes.Name, name ?? ""), .. roles.Select(role => new Claim(ClaimTypes.Role, role))];
        var user = new ClaimsPrincipal(name is null ? new ClaimsIdentity() : new(claims, "test"));
        await using var result = await post.GetRequiredService<GraphQLExecutor>().ExecuteAsync(new() { Query = query, User = user });
        return result.ToJson();
    }

    private static string Refused(string code, string path, string data, int column) =>
        $$$"""{"errors":[{"message":"The current user is not authorized to access this resource.","locations":[{"line":1,"column":{{{column}}}}],"path":[{{{path}}}],"extensions":{"code":"{{{code}}}"}}],"data":{{{data}}}}""";

    [Fact]
    public async Task A_policy_decides_for_each_object()
    {
        await using var post = Post();
        Assert.Equal(
            Refused("AUTH_NOT_AUTHORIZED", "\"letters\",1,\"body\"", """{"letters":[{"subject":"One","body":"Dear ada"},{"subject":"Two","body":null}]}""", 21),
            await Ask(post, "{ letters { subject body } }", "ada"));
    }

    [Fact]
    public async Task Strangers_are_told_apart_from_those_who_may_not()
    {
        await using var post = Post();
        Assert.Equal(Refused("AUTH_NOT_AUTHENTICATED", "\"me\"", """{"me":null}""", 3), await Ask(post, "{ me }"));
        Assert.Equal("""{"data":{"me":"ada"}}""", await Ask(post, "{ me }", "ada"));
        Assert.Equal(Refused("AUTH_NOT_AUTHENTICATED", "\"wages\"", """{"wages":null}""", 3), await Ask(post, "{ wages }"));
        Assert.Contains("AUTH_NOT_AUTHORIZED", await Ask(post, "{ letters { draft } }", "ada"), StringComparison.Ordinal);
        Assert.DoesNotContain("errors", await Ask(post, "{ letters { draft } }", "ada", "editor"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_class_demands_holds_for_its_fields_but_those_open_to_all()
    {
        await using var post = Post();
        Assert.Equal("""{"data":{"safe":{"label":"Safe"}}}""", await Ask(post, "{ safe { label } }"));
        Assert.Equal(Refused("AUTH_NOT_AUTHORIZED", "\"safe\",\"coins\"", """{"safe":null}""", 16), await Ask(post, "{ safe { label coins } }", "ada", "clerk"));
        Assert.Equal("""{"data":{"safe":{"coins":12}}}""", await Ask(post, "{ safe { coins } }", "ada", "director"));
    }

    [Fact]
    public async Task The_options_guard_is_asked_as_well()
    {
        await using var post = Post(options => options.Guard = field => field.Name == "me" ? _ => new(new GraphQLException("Closed.", "CLOSED")) : null);
        Assert.Contains("CLOSED", await Ask(post, "{ me }", "ada"), StringComparison.Ordinal);
        Assert.Contains("AUTH_NOT_AUTHENTICATED", await Ask(post, "{ me }"), StringComparison.Ordinal);
    }

    [QueryType]
    private static class WronglyGuarded
    {
        [Authorize(Policy = "Nobody")]
        public static int? Policy() => 1;
    }

    [QueryType]
    private static class GuardedByScheme
    {
        [Authorize(AuthenticationSchemes = "Cookies")]
        public static int? Scheme() => 1;
    }

    [Authorize]
    public sealed record Wish(string Text);

    [QueryType]
    private static class GuardedInput
    {
        public static int? Grant(Wish wish) => wish.Text.Length;
    }

    [Theory]
    [InlineData(typeof(WronglyGuarded), "WronglyGuarded.Policy: [Authorize] names a policy that does not exist (The AuthorizationPolicy named: 'Nobody' was not found.): add it with AddAuthorization")]
    [InlineData(typeof(GuardedByScheme), "GuardedByScheme.Scheme: [Authorize] names authentication schemes")]
    [InlineData(typeof(GuardedInput), "[Authorize] on an input guards nothing")]
    public async Task What_could_not_guard_is_refused_at_start(Type type, string said)
    {
        await using var post = Post(options => options.AddType(type));
        Assert.Contains(said, Assert.Throws<SchemaException>(() => post.GetRequiredService<GraphQLExecutor>()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Authorize_without_authorisation_is_refused_at_start()
    {
        await using var post = Post(authorization: false);
        Assert.Contains("AddAuthorization()", Assert.Throws<SchemaException>(() => post.GetRequiredService<GraphQLExecutor>()).Message, StringComparison.Ordinal);
    }
}
