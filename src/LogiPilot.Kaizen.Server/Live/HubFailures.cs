using Microsoft.AspNetCore.SignalR;

namespace LogiPilot.Kaizen.Server.Live;

/// <summary>Logs what fails in a hub's method. SignalR would log every refusal as an error; a refusal is an answer.</summary>
public sealed class HubFailures(ILogger<HubFailures> log) : IHubFilter
{
    /// <summary>Who logs them otherwise.</summary>
    public const string Dispatcher = "Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher";

    public async ValueTask<object?> InvokeMethodAsync(
        HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        try
        {
            return await next(invocationContext);
        }
        catch (Exception failure) when (failure is not HubException and not OperationCanceledException)
        {
            log.LogError(failure, "{Method} of the hub failed.", invocationContext.HubMethodName);
            throw;
        }
    }
}
