using System.Reflection;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace LogiPilot.Kaizen.Server.Tests.Architecture;

public sealed class RequestTests
{
    private static readonly Type[] Requests =
        [.. typeof(Actor).Assembly.GetTypes().Where(t => t is { IsAbstract: false } && t.IsAssignableTo(typeof(IBaseRequest)))];

    [Fact]
    public void Every_request_says_what_it_needs_and_has_one_handler_named_after_it()
    {
        Assert.NotEmpty(Requests);
        Source.None(Requests.Where(r => r.GetCustomAttribute<NeedsAttribute>() is null));
        Source.None(Requests.Where(r => r.Assembly.GetType($"{r.FullName}Handler") is null));
    }

    [Fact]
    public void A_request_that_declares_no_permission_stops_the_start()
    {
        var refused = Assert.Throws<InvalidOperationException>(() => new ServiceCollection().AddMediation(typeof(Undeclared).Assembly));

        Assert.Contains(nameof(Undeclared), refused.Message, StringComparison.Ordinal);
    }

    /// <summary>The violation that the start must refuse.</summary>
    private sealed record Undeclared : ICommand<int>;
}
