using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using MediatR;

namespace LogiPilot.Kaizen.Core.Shared;

/// <summary>Refuses a request whose actor holds its permission nowhere. The only place where a role is asked before loading.</summary>
public sealed class Authorise<TRequest, TResponse>(ICurrentActor current) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    private static readonly Permission Needed =
        typeof(TRequest).GetCustomAttribute<NeedsAttribute>()?.Permission
        ?? throw new InvalidOperationException($"{typeof(TRequest).Name} declares no permission: add [Needs(...)].");

    private static readonly Func<Refusal, TResponse> Refuse = Outcomes.Refuser<TResponse>();

    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next) =>
        current.Actor.May(Needed) ? next() : Task.FromResult(Refuse(Refusal.Forbidden(Needed)));
}

/// <summary>
/// Applies a command in its unit of work: answers a repeated client id from memory, else runs the handler, then tells the
/// events to the rooms that listen and to the change log, in the same transaction. Queries pass through.
/// </summary>
public sealed class Apply<TRequest, TResponse>(
    IUnitOfWork unitOfWork, Telling telling, ICommandMemory memory, ICurrentActor current, TimeProvider clock)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    private static readonly bool IsCommand = typeof(TRequest).GetInterfaces()
        .Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ICommand<>));

    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next) =>
        IsCommand ? unitOfWork.Apply(() => Work(request, next, cancellationToken), cancellationToken) : next();

    private async Task<TResponse> Work(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        var kept = request is Command { ClientId: { } clientId } && current.Actor.PersonId is { } actorId
            ? (actorId, clientId, hash: HashOf(request))
            : ((Guid actorId, Guid clientId, string hash)?)null;
        if (kept is { } asked && await memory.Find(asked.actorId, asked.clientId, cancellationToken) is { } before)
        {
            object answer = before.Name == typeof(TRequest).Name && before.InputHash == asked.hash
                ? (Outcome<Made>)new Made(before.Ids)
                : (Outcome<Made>)Refusal.Of(RefusalCode.ClientIdReused, "clientIdReused");
            return (TResponse)answer;
        }

        var response = await next();
        if (((IOutcome)response!).Refusal is not null)
        {
            return response;
        }

        await telling.Tell(cancellationToken);
        if (kept is { } keep && (object)response is Outcome<Made> made)
        {
            var command = new KeptCommand(typeof(TRequest).Name, keep.hash, made.Value.Ids);
            await memory.Keep(keep.actorId, keep.clientId, command, clock.GetUtcNow(), cancellationToken);
        }

        return response;
    }

    private static string HashOf(TRequest request) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request, request!.GetType())));
}

/// <summary>The events of one use case, in order, each told once.</summary>
public sealed class EventQueue : IEvents
{
    private readonly Queue<DomainEvent> _waiting = new();

    public void Raise(DomainEvent happened) => _waiting.Enqueue(happened);

    public bool TryTake(out DomainEvent happened) => _waiting.TryDequeue(out happened!);
}

internal static class Outcomes
{
    /// <summary>Makes the refused answer of a request type: <c>Outcome&lt;T&gt;</c> for whatever T it is.</summary>
    public static Func<Refusal, TResponse> Refuser<TResponse>()
    {
        var conversion = typeof(TResponse).GetMethod("op_Implicit", [typeof(Refusal)])
            ?? throw new InvalidOperationException($"{typeof(TResponse)} is no Outcome: requests answer with Outcome<T>.");
        return conversion.CreateDelegate<Func<Refusal, TResponse>>();
    }
}
