using System.Net;
using System.Text;
using System.Text.Json;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Server.Tests.Alerts;

/// <summary>A photograph says what a gloved hand does not write: it hangs on the alert, for those of the plant.</summary>
public sealed class PhotoStory : IAsyncLifetime
{
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF"u8];

    private static readonly Guid Unknown = new("019CAD00-0000-7000-8000-0000000000AA");

    private StoryPlant _plant = null!;

    public async Task InitializeAsync() => _plant = await StoryPlant.At(
        "2027-03-01 10:00", new Somebody("Odile", Role.Operator), new Somebody("Paul", Role.Pilot), new Somebody("Mur", Role.Screen));

    public async Task DisposeAsync() => await _plant.DisposeAsync();

    [Fact]
    public async Task A_photograph_hangs_on_the_alert_with_or_without_words()
    {
        var alertId = (await _plant.Raise("Odile", "WRONG_PART", "P11")).GetProperty("id").GetGuid();
        var (status, kept) = await Post("Odile", Jpeg, "étiquette <1>.jpg");
        Assert.Equal(HttpStatusCode.OK, status);
        var id = kept.GetProperty("id").GetGuid();
        var odile = await _plant.SignIn("Odile");
        await odile.Order("commentAlert", new { alertId, attachmentIds = (Guid[])[id] });

        var entry = (await (await _plant.SignIn("Paul")).Query(
            $$"""{ alert(id: "{{alertId}}") { timeline { kind comment text attachments { id name mediaType url } } } }"""))
            .GetProperty("alert").GetProperty("timeline").EnumerateArray().Last();
        Assert.Equal(
            $$"""{"kind":"COMMENTED","comment":null,"text":"Commentaire de Odile","attachments":[{"id":"{{id}}","name":"étiquette <1>.jpg","mediaType":"image/jpeg","url":"/attachments/{{id}}"}]}""",
            entry.GetRawText());
        using var shown = await (await _plant.SignIn("Mur")).Http.GetAsync($"/attachments/{id}");
        Assert.Equal(Jpeg, await shown.Content.ReadAsByteArrayAsync());
        Assert.Equal("image/jpeg", shown.Content.Headers.ContentType!.ToString());
        Assert.Equal("inline", shown.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("étiquette <1>.jpg", shown.Content.Headers.ContentDisposition.FileNameStar);
        Assert.StartsWith("sandbox", shown.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_browser_would_run_is_refused_whatever_it_is_called_and_what_is_no_picture_is_a_download()
    {
        foreach (var hostile in (string[])["<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "<!doctype html><script>alert(1)</script>"])
        {
            var (taken, text) = await Post("Odile", Encoding.UTF8.GetBytes(hostile), "photo.jpg");
            Assert.Equal(HttpStatusCode.OK, taken);
            using var handed = await (await _plant.SignIn("Odile")).Http.GetAsync($"/attachments/{text.GetProperty("id").GetGuid()}");
            Assert.Equal("text/plain", handed.Content.Headers.ContentType!.MediaType);
            Assert.Equal("attachment", handed.Content.Headers.ContentDisposition!.DispositionType);
        }

        var (status, refused) = await Post("Odile", [0x4D, 0x5A, 0x90, 0, 3], "photo.jpg");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "INVALID"), (status, refused.GetProperty("code").GetString()));
        Assert.StartsWith("Joignez une photo", refused.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_photograph_too_large_is_refused_with_a_sentence_and_one_in_a_repeat_is_kept_once()
    {
        var (tooLarge, answer) = await Post("Odile", [.. Jpeg, .. new byte[Attachment.MostBytes]], "mur.jpg");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Ce fichier dépasse 8 Mo : réduisez-le, puis joignez-le à nouveau."), (tooLarge, answer.GetProperty("message").GetString()));

        var (_, first) = await Post("Odile", Jpeg, "a.jpg", Unknown);
        var (_, again) = await Post("Odile", Jpeg, "a.jpg", Unknown);
        Assert.Equal(first.GetProperty("id").GetGuid(), again.GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task Only_those_of_the_plant_see_it_and_hang_it_on_their_alerts()
    {
        await _plant.Import("SET");
        await _plant.Host.AddPerson("Zoé", Role.Pilot, "SET");
        var (_, kept) = await Post("Odile", Jpeg, "a.jpg");
        var id = kept.GetProperty("id").GetGuid();

        using var foreign = await (await _plant.SignIn("Zoé")).Http.GetAsync($"/attachments/{id}");
        using var unknown = await (await _plant.SignIn("Zoé")).Http.GetAsync($"/attachments/{Unknown}");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (foreign.StatusCode, unknown.StatusCode));
        Assert.Equal(await unknown.Content.ReadAsStringAsync(), await foreign.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await Post("Zoé", Jpeg, "b.jpg")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Post("Mur", Jpeg, "b.jpg")).Status);
        using var nobody = await _plant.Host.Anonymous().Http.GetAsync($"/attachments/{id}");
        Assert.Equal(HttpStatusCode.Unauthorized, nobody.StatusCode);

        var alertId = (await _plant.Raise("Odile", "WRONG_PART", "P11")).GetProperty("id").GetGuid();
        var errors = await (await _plant.SignIn("Odile")).Refused("commentAlert", new { alertId, attachmentIds = (Guid[])[Unknown] });
        Assert.Equal("NOT_FOUND", errors[0].GetProperty("code").GetString());
    }

    private async Task<(HttpStatusCode Status, JsonElement Answer)> Post(string by, byte[] content, string name, Guid? clientId = null)
    {
        using var form = new MultipartFormDataContent();
        form.Add(new ByteArrayContent(content), "file", name);
        using var answer = await (await _plant.SignIn(by)).Http.PostAsync($"/attachments?plantId={_plant.PlantId}{(clientId is { } id ? $"&clientId={id}" : "")}", form);
        return (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement);
    }
}
