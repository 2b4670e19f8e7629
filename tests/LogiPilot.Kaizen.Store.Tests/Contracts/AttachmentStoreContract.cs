using LogiPilot.Kaizen.Core.Shared;
using Xunit;

namespace LogiPilot.Kaizen.Store.Tests.Contracts;

/// <summary>What every database keeps of files.</summary>
public abstract class AttachmentStoreContract(IStoreUnderTest store) : IAsyncLifetime
{
    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await store.DisposeAsync();

    [Fact]
    public async Task A_file_comes_back_byte_for_byte_beside_others()
    {
        byte[] content = [.. Enumerable.Range(0, 300_000).Select(i => (byte)i)];
        var photo = new Attachment(Samples.Id(1), Samples.Plant, "étiquette.jpg", "image/jpeg", content.Length, Samples.Id(9), Samples.Start);
        var sheet = photo with { Id = Samples.Id(2), MediaType = "application/pdf", KeptById = null };
        await store.Write((IAttachmentStore s) =>
        {
            s.Add(photo, content);
            s.Add(sheet, [1, 2]);
        });

        Assert.Equal([photo, sheet], (await store.Ask((IAttachmentStore s) => s.ById([sheet.Id, photo.Id, Samples.Id(3)], default))).OrderBy(a => a.Id));
        Assert.Equal(content, await store.Ask((IAttachmentStore s) => s.Content(photo.Id, default)));
        Assert.Equal([1, 2], await store.Ask((IAttachmentStore s) => s.Content(sheet.Id, default)));
    }
}
