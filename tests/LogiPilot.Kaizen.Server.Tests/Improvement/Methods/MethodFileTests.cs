using System.Text;
using System.Text.Json;
using LogiPilot.Kaizen.Core.Improvement.Actions;
using LogiPilot.Kaizen.Core.Improvement.Methods;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;
using LogiPilot.Kaizen.Server.Improvement.Methods;
using LogiPilot.Kaizen.Server.Tests.Architecture;

namespace LogiPilot.Kaizen.Server.Tests.Improvement.Methods;

/// <summary>A plant's own method is a file: read, its gates at work; or every fault of it named, with line, place and what to do.</summary>
public sealed class MethodFileTests : IDisposable
{
    private const string Own = """
        {
          "code": "A3", "version": 1,
          "name": { "fr": "A3", "en": "A3" },
          "about": { "fr": "Une feuille.", "en": "One sheet." },
          "sponsorTitle": { "fr": "Mentor", "en": "Mentor" },
          "steps": [
            {
              "code": "LEFT",
              "name": { "fr": "Page de gauche", "en": "Left page" },
              "purpose": { "fr": "Comprendre.", "en": "Understand." },
              "fields": [
                { "code": "background", "name": { "fr": "Contexte", "en": "Background" }, "type": "TEXT", "required": true },
                { "code": "whys", "name": { "fr": "5 Pourquoi", "en": "5 Whys" }, "type": "TREE" }
              ],
              "gate": [ { "rule": "verifiedCause", "with": { "field": "whys" }, "says": { "fr": "Cherchez encore.", "en": "Keep looking." } } ]
            },
            {
              "code": "RIGHT",
              "name": { "fr": "Page de droite", "en": "Right page" },
              "purpose": { "fr": "Agir.", "en": "Act." },
              "fields": [],
              "gate": [ { "rule": "actionPerCause", "with": { "field": "LEFT.whys" } }, { "rule": "noOpenAction" } ],
              "signs": "SPONSOR", "dependsOn": ["LEFT"]
            }
          ]
        }
        """;

    private readonly Texts _texts = new();
    private readonly string _data = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public void A_file_alone_makes_a_method_whose_gates_work()
    {
        Put("a3.json", Own);
        var (methods, faults) = MethodLibrary.ReadOwn(_data);
        Assert.Empty(faults);
        var plan = new PlanInTest(Assert.Single(methods));

        Assert.Equal(["« Contexte » reste à remplir.", "Cherchez encore."], Missing(plan, "LEFT", Language.Fr));
        Assert.Equal(["“Background” is still to be filled in.", "Keep looking."], Missing(plan, "LEFT", Language.En));
        Assert.Equal(["Aucune cause racine n’est vérifiée avec sa preuve."], Missing(plan, "RIGHT", Language.Fr));

        plan.Write("LEFT.background", "\"14 ruptures\"")
            .Write("LEFT.whys", """[{"id":"a","text":"Seuil","verdict":"VERIFIED","proof":{"kind":"REPRODUCED","text":"Essai"},"isRoot":true}]""");
        Assert.Empty(Missing(plan, "LEFT", Language.Fr));
        Assert.Equal(["1 verified cause has no action: « Seuil »."], Missing(plan, "RIGHT", Language.En));
        Assert.Empty(Missing(plan.Act("A-1", ActionKind.Corrective, "a"), "RIGHT", Language.En));
        Assert.Equal(["LEFT", "RIGHT"], plan.Method.Reopened("LEFT").Select(s => s.Code));
        Assert.Equal((SignedBy.Leader, SignedBy.Sponsor), (plan.Method.Steps[0].Signs, plan.Method.Steps[1].Signs));
    }

    [Theory]
    [InlineData("\"code\": \"A3\"", "\"code\": \"a 3\"", 2, "code", "« a 3 » : écrivez ce code en capitales, chiffres et _ , 30 signes au plus (D4, ANALYSE).", "“a 3”: write this code in capitals, digits and _, 30 characters at most (D4, ANALYSE).")]
    [InlineData("\"version\": 1,", "", 1, "", "Il manque « version ».", "“version” is missing.")]
    [InlineData("\"en\": \"One sheet.\"", "\"EN\": \"One sheet.\"", 4, "about", "« EN » n’a pas sa place ici. Possible : fr, en.", "“EN” does not belong here. Possible: fr, en.")]
    [InlineData("\"type\": \"TREE\"", "\"type\": \"WHYS\"", 13, "steps[0].fields[1].type", "« WHYS » n’est pas un choix possible.", "“WHYS” is not a possible choice.")]
    [InlineData("\"rule\": \"noOpenAction\"", "\"rule\": \"allDone\"", 22, "steps[1].gate[1].rule", "La règle « allDone » n’existe pas.", "The rule “allDone” does not exist.")]
    [InlineData("\"field\": \"LEFT.whys\"", "\"field\": \"whys\"", 22, "steps[1].gate[0].with.field", "Le champ « whys » n’existe pas. Écrivez le code d’un champ de RIGHT, ou ÉTAPE.champ.", "The field “whys” does not exist. Write the code of a field of RIGHT, or STEP.field.")]
    [InlineData("\"field\": \"LEFT.whys\"", "\"field\": \"LEFT.background\"", 22, "steps[1].gate[0].with.field", "Le champ « LEFT.background » n’est pas du bon type. Il faut : TREE, ISHIKAWA.", "The field “LEFT.background” is not of the right type. Needed: TREE, ISHIKAWA.")]
    [InlineData("\"with\": { \"field\": \"LEFT.whys\" }", "\"with\": { \"kinds\": \"CORRECTIVE\" }", 22, "steps[1].gate[0]", "Il manque « with.field ».", "“with.field” is missing.")]
    [InlineData("\"dependsOn\": [\"LEFT\"]", "\"dependsOn\": [\"MIDDLE\"]", 23, "steps[1].dependsOn[0]", "« MIDDLE » n’est pas une étape possible ici. Étapes : LEFT.", "“MIDDLE” is not a step that can stand here. Steps: LEFT.")]
    [InlineData("\"dependsOn\": [\"LEFT\"]", "\"exit\": { \"field\": \"end\", \"value\": \"NO\", \"carries\": { \"why\": [\"PDCA.PLAN.gap\"] } }", 23, "steps[1].exit.carries", "« why » n’a pas sa place ici.", "“why” does not belong here.")]
    [InlineData("\"signs\": \"SPONSOR\",", "\"signs\": true,", 23, "steps[1].signs", "Il faut ici un texte.", "This has to be a text.")]
    [InlineData("\"fr\": \"Agir.\", ", "", 20, "steps[1].purpose", "Il manque « fr ».", "“fr” is missing.")]
    [InlineData("\"code\": \"RIGHT\"", "\"code\": \"LEFT\"", 6, "steps", "« LEFT » est là deux fois.", "“LEFT” is there twice.")]
    [InlineData("\"required\": true }", "\"required\": true ", 13, "", "Ce n’est pas du JSON à la colonne", "This is no JSON at column")]
    public void A_fault_is_named_by_line_and_place_with_what_to_do(string right, string wrong, int line, string path, string french, string english)
    {
        Assert.Contains(right, Own, StringComparison.Ordinal);
        Put("a3.json", Own.Replace(right, wrong, StringComparison.Ordinal));
        var (methods, faults) = MethodLibrary.ReadOwn(_data);

        Assert.Empty(methods);
        Assert.Contains(faults, f => f.Fault.Line == line && f.Fault.Path == path
            && f.Sentence(_texts, Language.Fr).Contains(french, StringComparison.Ordinal)
            && f.Sentence(_texts, Language.En).Contains(english, StringComparison.Ordinal));
        Assert.StartsWith($"methods/a3.json, ligne {line}", faults.First(f => f.Fault.Line == line).Sentence(_texts, Language.Fr), StringComparison.Ordinal);
    }

    [Fact]
    public void A_method_may_be_of_some_plants_alone_and_of_two_versions_a_plant_has_the_newest_of_its_own()
    {
        Put("a3.json", Own);
        Put("a3-2.json", Own.Replace("\"version\": 1,", "\"version\": 2, \"plants\": [\"ROA\"],", StringComparison.Ordinal));
        var library = new MethodLibrary(
            new KaizenSettings { Data = _data }, _texts, Microsoft.Extensions.Logging.Abstractions.NullLogger<MethodLibrary>.Instance);

        Assert.Equal([2, 1, 1], ((string?[])["ROA", "BIS", null]).Select(plant => library.Of(plant).Single(m => m.Code == "A3").Version));
        Assert.Empty(MethodLibrary.ReadOwn(_data, ["BIS", "ROA"]).Faults);
        Assert.Equal(
            ["methods/a3-2.json, ligne 2, plants[0] : L’usine « ROA » n’existe pas. Usines : BIS."],
            MethodLibrary.ReadOwn(_data, ["BIS"]).Faults.Select(f => f.Sentence(_texts, Language.Fr)));
        Put("none.json", Own.Replace("\"version\": 1,", "\"version\": 3, \"plants\": [],", StringComparison.Ordinal));
        Put("escape.json", Own.Replace("\"version\": 1,", "\"version\": 4,", StringComparison.Ordinal).Replace("\"type\": \"TEXT\"", "\"type\": \"TEXT\", \"escape\": true", StringComparison.Ordinal));
        Assert.Equal(
            ["Only a 5 Why (TREE) has an escape branch.", "This method names no plant: leave “plants” out for all."],
            MethodLibrary.ReadOwn(_data).Faults.Select(f => f.Sentence(_texts, Language.En).Split(": ", 2)[1]));
    }

    [Fact]
    public void Every_fault_is_named_at_once_and_other_files_are_still_read()
    {
        Put("a3.json", Own);
        Put("b.json", Own.Replace("\"A3\"", "\"B\"", StringComparison.Ordinal).Replace("TREE", "WHYS", StringComparison.Ordinal).Replace("noOpenAction", "allDone", StringComparison.Ordinal));
        Put("c.json", Own);
        Put("d.json", Own.Replace("\"code\": \"A3\"", "\"code\": \"8D\"", StringComparison.Ordinal));
        Put("e.json", "[]");
        var (methods, faults) = MethodLibrary.ReadOwn(_data);

        Assert.Equal("A3", Assert.Single(methods).Code);
        Assert.True(faults.Count(f => f.File == "methods/b.json") >= 2);
        Assert.Equal(
            "methods/c.json, line 1, version: Method A3 exists already in version 1: give another code, or a greater version.",
            Assert.Single(faults, f => f.File == "methods/c.json").Sentence(_texts, Language.En));
        Assert.Single(faults, f => f.File == "methods/d.json");
        Assert.Contains(faults, f => f.File == "methods/e.json");
    }

    [Fact]
    public void What_is_kept_of_a_method_with_a_plan_reads_back_the_same()
    {
        foreach (var method in MethodLibrary.Shipped)
        {
            var json = JsonSerializer.Serialize(method);

            Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<MethodDefinition>(json)));
        }
    }

    [Fact]
    public void Every_rule_is_told_of_where_a_plant_looks_and_said_in_the_catalogue()
    {
        var page = File.ReadAllText(Path.Combine(Source.Root, "docs", "methods-file.md"));

        Source.None(GateRules.Names.Where(r => !page.Contains($"| `{r}` |", StringComparison.Ordinal)));
        Source.None(GateRules.Names.SelectMany(r => GateRules.Find(r)!.Parameters, (r, p) => (r, p.Name)).Where(p => !page.Contains($"`{p.Name}`", StringComparison.Ordinal)).Select(p => $"{p.r}: {p.Name}"));
        Source.None(Enum.GetValues<FieldType>().Select(CheckedJson.Code).Where(t => !page.Contains($"| `{t}` |", StringComparison.Ordinal) || !_texts.Has($"methods.fieldType.{t}")));
    }

    private void Put(string name, string json) =>
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(_data, "methods")).FullName, name), json, Encoding.UTF8);

    private List<string> Missing(PlanInTest plan, string step, Language language) => [.. plan.Missing(step).Select(f => _texts.Of(language, f))];
}
