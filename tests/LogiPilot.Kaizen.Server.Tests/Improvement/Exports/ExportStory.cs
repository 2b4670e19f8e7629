using System.Net;
using System.Text;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Improvement.Exports;
using LogiPilot.Kaizen.Server.Tests.Host;
using LogiPilot.Kaizen.Server.Tests.Improvement.Plans;
using LogiPilot.Kaizen.Server.Tests.Improvement.Print;

namespace LogiPilot.Kaizen.Server.Tests.Improvement.Exports;

public sealed class ExportStory
{
    [Fact]
    public async Task Lists_open_in_a_spreadsheet_of_the_readers_language_and_show_only_what_the_reader_sees()
    {
        await using var plant = await StoryPlant.At("2027-03-01 08:00", FilledPlan.Crew);
        var plan = await plant.Open("Lena");
        await plant.Order("Lena", "savePlan", new { planId = plan, cost = 1_240.5 }, "actionPlan { id }");
        await plant.Order("Lena", "addAction", new { planId = plan, kind = "ANALYSIS", what = "=1+1 ; compter", ownerId = plant.People["Paul"], dueOn = "2027-03-04" }, "action { id }");
        await plant.Order("Paul", "reportDysfunction", new { kind = "TECHNICAL", title = "Bacs", facts = "Un \"bac\"\nvide", plantId = plant.PlantId, placeId = plant.Places["P11"] }, "dysfunction { id }");
        await plant.Import("BIS");
        await plant.Host.AddPerson("Bea", Role.Manager, "BIS");
        var (lena, bea) = (await plant.SignIn("Lena"), await plant.SignIn("Bea"));

        var french = await Lines(lena, "plans", "fr");
        Assert.StartsWith("\ufeffNuméro;Quoi;Méthode", french[0], StringComparison.Ordinal);
        Assert.Contains(";Ruptures de vis M6;8D;Brouillon;D0;Lena;;2027-03-01;", french[1], StringComparison.Ordinal);
        Assert.EndsWith(";1240,5;", french[1], StringComparison.Ordinal);
        Assert.EndsWith(",1240.5,", (await Lines(lena, "plans", "en"))[1], StringComparison.Ordinal);
        Assert.Contains(";\"'=1+1 ; compter\";", (await Lines(lena, "actions", "fr"))[1], StringComparison.Ordinal);
        Assert.Contains(";\"Un \"\"bac\"\"\nvide\";P11 Poste 1.1;Paul;", (await Lines(lena, "dysfunctions", "fr"))[1], StringComparison.Ordinal);
        foreach (var list in (string[])["plans", "actions", "dysfunctions"])
        {
            Assert.Single(await Lines(bea, list, "fr"));
        }
    }

    [Theory]
    [InlineData("=1", "'=1")]
    [InlineData("+33 4", "'+33 4")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("a;b", "\"a;b\"")]
    public void What_a_spreadsheet_would_compute_or_split_stays_text(string text, string cell)
    {
        var sheet = new CsvSheet(Language.Fr);
        sheet.Row(text, -1.5m);
        Assert.Equal($"\ufeff{cell};-1,5\r\n", Encoding.UTF8.GetString(sheet.Bytes()));
    }

    private static async Task<string[]> Lines(KaizenClient client, string list, string language)
    {
        using var answer = await client.Http.GetAsync($"/exports/{list}.csv?lang={language}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }
}
