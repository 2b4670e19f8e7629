using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Store.Shared;

namespace LogiPilot.Kaizen.Store.Organisation;

/// <inheritdoc cref="ITokenStore"/>
public sealed class TokenStore(StoreSession session, IUnitOfWork unitOfWork) : ITokenStore
{
    public Task<ApiToken?> FindByHash(string hash, CancellationToken cancellationToken) =>
        Task.FromResult(session.Reading.First<ApiToken>("WHERE t.hash = @hash AND t.revoked_at IS NULL", ("hash", hash)));

    public Task Add(ApiToken token, CancellationToken cancellationToken) =>
        Write(() => Table<ApiToken>.Mapped.Insert(session.Writing, token), cancellationToken);

    public Task Revoke(Guid id, DateTimeOffset at, CancellationToken cancellationToken) =>
        Write(
            () => session.Writing.Execute(
                "UPDATE api_tokens SET revoked_at = @at WHERE id = @id AND revoked_at IS NULL", ("at", at), ("id", id)),
            cancellationToken);

    private Task<bool> Write(Action write, CancellationToken cancellationToken)
    {
        return session.IsWriting ? Run() : unitOfWork.Apply(Run, cancellationToken);

        Task<bool> Run()
        {
            write();
            return Task.FromResult(true);
        }
    }
}
