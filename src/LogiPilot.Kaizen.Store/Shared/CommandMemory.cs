using System.Text.Json;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Store.Shared;

/// <inheritdoc cref="ICommandMemory"/>
public sealed class CommandMemory(StoreSession session) : ICommandMemory
{
    public Task<KeptCommand?> Find(Guid actorId, Guid clientId, CancellationToken cancellationToken) =>
        Task.FromResult(session.Reading.Rows(
            "SELECT name, input_hash, ids FROM command_memory WHERE actor_id = @actor AND client_id = @client",
            r => new KeptCommand(r.GetString(0), r.GetString(1), JsonSerializer.Deserialize<List<Guid>>(r.GetString(2))!),
            ("actor", actorId), ("client", clientId)).FirstOrDefault());

    public Task Keep(Guid actorId, Guid clientId, KeptCommand command, DateTimeOffset at, CancellationToken cancellationToken)
    {
        session.Writing.Execute(
            """
            INSERT INTO command_memory (actor_id, client_id, name, input_hash, ids, at)
            VALUES (@actor, @client, @name, @hash, @ids, @at)
            """,
            ("actor", actorId), ("client", clientId), ("name", command.Name), ("hash", command.InputHash),
            ("ids", JsonSerializer.Serialize(command.Ids)), ("at", at));
        return Task.CompletedTask;
    }

    public Task<int> ForgetBefore(DateTimeOffset instant, CancellationToken cancellationToken) =>
        Task.FromResult(session.Writing.Execute("DELETE FROM command_memory WHERE at < @instant", ("instant", instant)));
}
