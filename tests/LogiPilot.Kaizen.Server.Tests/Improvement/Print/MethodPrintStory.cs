using System.Net;
using System.Text.RegularExpressions;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Improvement.Methods;
using LogiPilot.Kaizen.Server.Tests.Host;
using LogiPilot.Kaizen.Server.Tests.Improvement.Worked;

namespace LogiPilot.Kaizen.Server.Tests.Improvement.Print;

public sealed partial class MethodPrintStory
{
    [Fact]
    public async Task Each_shipped_method_is_printed_as_a_form_and_as_an_example_of_all_its_fields_in_either_language()
    {
        await using var plant = await StoryPlant.At("2027-03-01 08:00", FilledPlan.Crew);
        var lena = await plant.SignIn("Lena");
        var methods = MethodLibrary.Shipped;
        Assert.Equal(["8D", "DMAIC", "PDCA", "QRQC"], methods.Select(m => m.Code).Order(StringComparer.Ordinal));
        foreach (var (method, language) in methods.SelectMany(m => Enum.GetValues<Language>().Select(l => (m, l))))
        {
            var path = $"/print/methods/{method.Code}?lang={(language == Language.Fr ? "fr" : "en")}";
            var (form, example) = (await Read(lena, path), await Read(lena, path + "&filled=true"));
            foreach (var field in method.Steps.SelectMany(s => s.Fields))
            {
                Assert.NotNull(field.Example);
                Assert.All((string[])[field.Example.Fr, field.Example.En], e => Assert.False(string.IsNullOrWhiteSpace(e)));
                Assert.Contains(Plain(field.Name.In(language)), form, StringComparison.Ordinal);
                Assert.Contains(Plain(field.Example.In(language)), example, StringComparison.Ordinal);
            }

            Assert.Contains(language == Language.Fr ? "Avant de signer" : "Before signing", form, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"\b(reports|methods|plans|actions|admin)\.[a-z]\w+|\{\{|[(“«]\s*[)”»]", form + example);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await lena.Http.GetAsync("/print/methods/5S")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await plant.Host.Anonymous().Http.GetAsync("/print/methods/8D")).StatusCode);
    }

    [Fact]
    public async Task A_method_tells_its_fields_with_hint_and_example_its_gates_as_sentences_and_its_clock()
    {
        await using var plant = await StoryPlant.At("2027-03-01 08:00", FilledPlan.Crew);
        var lena = await plant.SignIn("Lena");
        var plantId = (await lena.Query("{ plants { id } }")).GetProperty("plants")[0].GetProperty("id").GetGuid();
        var told = await lena.Query(
            "query($plantId: UUID!) { methods(plantId: $plantId) { code steps { code due gate fields { code hint example } } } }", new { plantId });
        var steps = told.GetProperty("methods").EnumerateArray().Single(m => m.Text("code") == "8D").GetProperty("steps").EnumerateArray()
            .ToDictionary(s => s.Text("code")!, StringComparer.Ordinal);

        Assert.Equal("21 jours après l’ouverture, puis une période aussi longue que celle du départ", steps["D6"].Text("due"));
        Assert.Equal("4 jours après D6 Mise en œuvre", steps["D7"].Text("due"));
        Assert.Equal(
            ["Chaque champ obligatoire est rempli.", "Une cause racine d’occurrence est vérifiée avec sa preuve.", "Une cause racine de non-détection est vérifiée avec sa preuve.",
                "Chaque cause vérifiée ou réfutée a sa preuve.", "Chaque cause racine vérifiée dit sa part du problème."],
            steps["D4"].GetProperty("gate").EnumerateArray().Select(g => g.GetString()));
        var symptom = steps["D0"].GetProperty("fields")[0];
        Assert.Equal("Ce que l’on constate, sans cause ni solution.", symptom.Text("hint"));
        Assert.Equal("Le poste 7 s’arrête faute de faisceau moteur FAI-081.", symptom.Text("example"));
    }

    private static async Task<string> Read(KaizenClient reader, string path) =>
        Plain(WebUtility.HtmlDecode(Tags().Replace(await reader.Http.GetStringAsync(path), " ")));

    private static string Plain(string text) => Blanks().Replace(text, " ");

    [GeneratedRegex("<style>.*?</style>|<[^>]*>", RegexOptions.Singleline, 1000)]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Blanks();
}
