using System.Globalization;
using System.Net;
using System.Text.Json;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Tests.Host;
using LogiPilot.Kaizen.Server.Tests.Improvement.Worked;

namespace LogiPilot.Kaizen.Server.Tests.Reporting;

/// <summary>A month of work at the bicycle plant, and what it proves of whom.</summary>
public sealed class EvidenceStory : IAsyncLifetime
{
    private const string Share = "evidenceShare { id with { name } until endedAt }";

    private StoryPlant _plant = null!;

    public async Task InitializeAsync()
    {
        _plant = await BicyclePlant.Open("2027-03-01 08:00");
        await Work();
    }

    public async Task DisposeAsync() => await _plant.DisposeAsync();

    [Fact]
    public async Task Each_criterion_has_the_records_in_which_one_took_part_and_no_other()
    {
        Snapshot.Verify(await Read("Karim"), "evidence-karim", "txt");
        Snapshot.Verify(await Read("Sophie"), "evidence-sophie", "txt");
        Assert.DoesNotContain("SHOWN", await Read("Nadia"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_period_leaves_out_what_happened_before_and_after_and_few_records_are_given_though_all_are_counted()
    {
        var period = (await Ask("Karim", "{ evidence(from: \"2027-03-02\", to: \"2027-03-02\") { from to person { name } isOwn blocks { competences { criteria { id count records(first: 1) { at text } } } } } }"))
            .GetProperty("evidence");
        var shown = Criteria(period).Where(c => c.GetProperty("count").GetInt32() > 0).Select(c => $"{c.Text("id")} {c.Text("count")} {c.GetProperty("records").GetArrayLength()}");

        Assert.Equal("2027-03-02 2027-03-02 Karim True", $"{period.Text("from")} {period.Text("to")} {period.Text("person", "name")} {period.Text("isOwn")}");
        Assert.Equal(["C1.M1 1 1", "C1.O1 1 1", "C2.M1 2 1", "C2.O1 2 1", "C2.O2 2 1", "C3.O1 1 1", "C5.M4 1 1", "C5.O1 1 1"], shown);
        var karim = await _plant.SignIn("Karim");
        Assert.Equal("INVALID", await karim.RefusedQuery("{ evidence(from: \"2027-03-02\", to: \"2027-03-01\") { from } }"));
        Assert.Equal("INVALID", await karim.RefusedQuery("{ evidence(from: \"2001-03-02\", to: \"2027-03-01\") { from } }"));
        Assert.Equal("LIMIT", await karim.RefusedQuery("{ evidence { blocks { competences { criteria { records(first: 1001) { at } } } } } }"));
    }

    [Fact]
    public async Task Nobody_else_sees_it_until_it_is_shared_nor_once_that_is_ended()
    {
        var karim = _plant.People["Karim"];
        foreach (var other in (string[])["Claire", "Sophie", "Hugo"])
        {
            Assert.Equal((false, HttpStatusCode.NotFound), await Sees(other, karim));
        }

        Assert.Equal("NOT_FOUND", await _plant.Admin.RefusedQuery("query($id: UUID!) { evidence(personId: $id) { from } }", new { id = karim }));
        var shared = await _plant.Order("Karim", "shareEvidence", new { withId = _plant.People["Claire"], until = "2027-04-30" }, Share);
        Assert.Equal((true, HttpStatusCode.OK), await Sees("Claire", karim));
        Assert.Equal((false, HttpStatusCode.NotFound), await Sees("Sophie", karim));
        Assert.Equal("Karim 2027-04-30", await SharedWith("Claire"));
        Assert.Contains("Claire APP Karim vous montre jusqu’au 30/04/2027", await Told.Read(_plant), StringComparison.Ordinal);
        Assert.Equal(await Read("Karim"), await Read("Claire", karim));

        var longer = await _plant.Order("Karim", "shareEvidence", new { withId = _plant.People["Claire"] }, Share);
        Assert.Equal((shared.Text("id"), ""), (longer.Text("id"), longer.Text("until")));
        Assert.Contains("NOT_FOUND", await _plant.Refused("Claire", "endEvidenceShare", new { shareId = shared.Text("id") }, Share), StringComparison.Ordinal);
        await _plant.Order("Karim", "endEvidenceShare", new { shareId = shared.Text("id") }, Share);
        Assert.Equal((false, HttpStatusCode.NotFound), await Sees("Claire", karim));
        Assert.Equal("", await SharedWith("Claire"));
        var log = (await _plant.Admin.Query("{ journal(first: 1000) { nodes { room event plantId by { name } } } }")).GetProperty("journal").GetProperty("nodes").EnumerateArray()
            .Where(n => n.Text("event")!.StartsWith("EvidenceShare", StringComparison.Ordinal)).Select(n => $"{n.Text("room")} {n.Text("event")} {n.Text("by", "name")}{n.Text("plantId")}");
        Assert.Equal(["Reporting EvidenceShared Karim", "Reporting EvidenceShared Karim", "Reporting EvidenceShareEnded Karim"], log);
    }

    [Fact]
    public async Task A_share_ends_with_its_day_and_is_refused_with_oneself_a_stranger_or_a_day_gone()
    {
        await _plant.Import("BIS");
        await _plant.Host.AddPerson("Bea", Role.Manager, "BIS");
        var bea = (await _plant.Admin.Query("{ people { id name } }")).GetProperty("people").EnumerateArray().Single(p => p.Text("name") == "Bea").GetProperty("id").GetGuid();
        Task<string> Refused(object input) => _plant.Refused("Karim", "shareEvidence", input, Share);
        Assert.StartsWith("INVALID Vos preuves", await Refused(new { withId = _plant.People["Karim"] }), StringComparison.Ordinal);
        Assert.StartsWith("INVALID Cette personne ne travaille pas", await Refused(new { withId = bea }), StringComparison.Ordinal);
        Assert.StartsWith("INVALID Ce jour est passé", await Refused(new { withId = _plant.People["Claire"], until = "2027-03-07" }), StringComparison.Ordinal);

        await _plant.Order("Karim", "shareEvidence", new { withId = _plant.People["Claire"], until = "2027-03-09" }, Share);
        _plant.JumpTo("2027-03-09 23:59");
        Assert.Equal((true, HttpStatusCode.OK), await Sees("Claire", _plant.People["Karim"]));
        _plant.JumpTo("2027-03-10 00:00");
        Assert.Equal((false, HttpStatusCode.NotFound), await Sees("Claire", _plant.People["Karim"]));
    }

    [Fact]
    public async Task It_is_printed_in_either_language_with_every_criterion_and_lines_to_sign()
    {
        var karim = await _plant.SignIn("Karim");
        var criteria = Criteria((await Ask("Karim", "{ evidence { blocks { competences { criteria { id name } } } } }")).GetProperty("evidence")).ToList();
        var french = AlertStory.Plain(WebUtility.HtmlDecode(await karim.Http.GetStringAsync($"/print/evidence/{_plant.People["Karim"]}?lang=fr")));
        var english = AlertStory.Plain(WebUtility.HtmlDecode(await karim.Http.GetStringAsync($"/print/evidence/{_plant.People["Karim"]}?lang=en&from=2027-03-01&to=2027-03-08")));
        using var wrong = await karim.Http.GetAsync($"/print/evidence/{_plant.People["Karim"]}?from=hier");

        Assert.All(criteria, c => Assert.Contains($"{c.Text("id")} · {c.Text("name")}", french, StringComparison.Ordinal));
        Assert.All(criteria, c => Assert.Contains($"{c.Text("id")} · ", english, StringComparison.Ordinal));
        Assert.All((string[])["Preuves de Karim", "Report argumenté de l’action A-0001", "À observer", "Vu par", "Signature", "du 9 mars 2026 au 8 mars 2027"], t => Assert.Contains(t, french, StringComparison.Ordinal));
        Assert.All((string[])["Evidence of Karim", "Delay of action A-0001 argued", "To be observed", "Seen by", "from 1 Mar 2027 to 8 Mar 2027"], t => Assert.Contains(t, english, StringComparison.Ordinal));
        Assert.DoesNotMatch(@"evidence\.[a-z]\w+|\{\{", french + english);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    private async Task Work()
    {
        var product = await _plant.Product("FAI-081");
        var missing = (await _plant.Order("Hugo", "raiseAlert", new { kind = "STOCK_OUT", placeId = _plant.Places["P7"], productId = product, anyway = true })).GetProperty("id").GetGuid();
        await _plant.Order("Sophie", "assignAlert", new { alertId = missing, personId = _plant.People["Karim"] });
        await _plant.Order("Karim", "confirmAlert", new { alertId = missing });
        await _plant.Order("Karim", "resolveAlert", new { alertId = missing, causeCode = "LATE_INTERNAL_SUPPLY", resolution = "Un bac apporté" });
        await _plant.Order("Karim", "raiseAlert", new { kind = "NON_CONFORMING_RECEIPT", placeId = _plant.Places["M1"], description = "Deux cartons ouverts" });

        _plant.JumpTo("2027-03-02 08:00");
        await Move(new { kind = "RECEIPT", productId = product, toPlaceId = _plant.Places["M1"], quantity = 40, lot = "L12", document = "BL-77" });
        _plant.JumpTo("2027-03-02 08:05");
        await Move(new { kind = "TRANSFER", productId = product, fromPlaceId = _plant.Places["M1"], toPlaceId = _plant.Places["P7"], quantity = 12.5, lot = "L12" });

        _plant.JumpTo("2027-03-03 08:00");
        var dysfunctionId = (await _plant.Order(
            "Karim", "reportDysfunction",
            new { kind = "ORGANISATIONAL", title = "Cartons ouverts à la réception", facts = "Deux lundi", plantId = _plant.PlantId, placeId = _plant.Places["M1"] },
            "dysfunction { id }")).GetProperty("id").GetGuid();
        await _plant.Order("Karim", "analyseDysfunction", new { dysfunctionId, kind = "QQOQCCP", value = new { who = "Le transporteur" } }, "dysfunction { id }");
        await _plant.Order("Sophie", "analyseDysfunction", new { dysfunctionId, kind = "RISKS", value = new { cost = new { score = 2, reason = "Deux cartons" } } }, "dysfunction { id }");
        var asked = await _plant.Order("Karim", "referDysfunction", new { dysfunctionId, service = "QUALITY", question = "Faut-il trier ?" }, "dysfunction { referrals { id } }");
        await _plant.Order("Sophie", "answerReferral", new { referralId = asked.GetProperty("referrals")[0].Text("id"), answer = "Oui, à cent pour cent." }, "referral { id }");

        _plant.JumpTo("2027-03-04 08:00");
        await Plan();
        _plant.JumpTo("2027-03-08 08:00");
    }

    private Task<JsonElement> Move(object movement) => _plant.Order("Karim", "recordMovements", new { movements = new[] { movement } }, "movements { id }");

    private async Task Plan()
    {
        var planId = (await _plant.Order(
            "Sophie", "openActionPlan",
            new
            {
                method = "8D", title = "Ruptures du poste 7", plantId = _plant.PlantId, sponsorId = _plant.People["Claire"], followUpDays = 7, deadline = "2027-04-30",
                participants = new[] { new { personId = _plant.People["Karim"], role = "Relevés", mission = "Compter les bacs" } },
                choices = new { setting = "Deux métiers", isGroup = true, participants = "Ceux qui le vivent", method = "Cause inconnue", communication = "Point du matin", deadline = "Avant l’été" },
                constraints = new { technical = "Aucune", quality = "Aucune", environment = "Aucune", safety = "Allée partagée" },
            },
            "actionPlan { id }")).GetProperty("id").GetGuid();
        var plan = new WorkedPlan(_plant, planId);
        await plan.Fill(
            "Sophie", "D0", ("symptom", "Le poste 7 s’arrête"), ("where", _plant.Places["P7"]), ("since", "2027-02-01"), ("gap", new { value = 14, unit = "ruptures" }),
            ("decision", "WARRANTED"), ("noEmergency", "Le stock a été refait."));
        await plan.Sign("Sophie", "D0");
        await _plant.Order("Sophie", "submitPlan", new { planId }, "actionPlan { state }");
        var held = await _plant.Order(
            "Sophie", "holdMeeting",
            new
            {
                planId, minutes = 30, presentIds = new[] { _plant.People["Sophie"], _plant.People["Karim"] }, decisions = new[] { "Compter d’abord" },
                actions = new[] { new { kind = "ANALYSIS", what = "Compter les bacs du poste 7", ownerId = _plant.People["Karim"], dueOn = "2027-03-04", step = "D4" } },
            },
            "meeting { actions { id } }");
        var actionId = held.GetProperty("actions")[0].GetProperty("id").GetGuid();
        await _plant.Order(
            "Karim", "argueDelay", new { actionId, cause = "Poste arrêté", impact = "D4 un jour plus tard", measures = "Comptage demain", newDueOn = "2027-03-05" }, "action { id }");
        await _plant.Order("Claire", "acceptDelay", new { actionId }, "action { id }");
        await plan.Do("Karim", actionId, "Douze bacs");
        await plan.Verify("Sophie", actionId, true, null);
        var told = await _plant.Order("Sophie", "communicate", new { planId, text = "On compte demain.", toIds = new[] { _plant.People["Karim"], _plant.People["Hugo"] } }, "actionPlan { communications { id } }");
        await _plant.Order("Karim", "readCommunication", new { communicationId = told.GetProperty("communications")[0].Text("id") }, "actionPlan { id }");
    }

    /// <summary>One line a criterion, <c>id state count</c>, and one a record beneath it: day, role, sentence, path.</summary>
    private async Task<string> Read(string reader, Guid? personId = null)
    {
        var evidence = (await Ask(
            reader,
            "query($id: UUID) { evidence(personId: $id) { blocks { competences { id shown empty toObserve criteria { id state count records(first: 100) { at role text subject { id } link } } } } } }",
            new { id = personId })).GetProperty("evidence");
        var ids = new List<string>();
        return string.Join('\n', Competences(evidence).SelectMany(c => (string[])
        [
            $"{c.Text("id")}: {c.Text("shown")} {c.Text("empty")} {c.Text("toObserve")}",
            .. c.GetProperty("criteria").EnumerateArray().Where(e => e.Text("state") != "TO_OBSERVE").SelectMany(e => (string[])
            [
                $"  {e.Text("id")} {e.Text("state")} {e.Text("count")}",
                .. e.GetProperty("records").EnumerateArray().Select(r => $"    {Day(r)} {r.Text("role")} {AlertStory.Plain(r.Text("text"))}{Path(r, ids)}"),
            ]),
        ]));
    }

    private static string Day(JsonElement record) => record.GetProperty("at").GetDateTimeOffset().ToString("dd/MM", CultureInfo.InvariantCulture);

    /// <summary>Ids are another each time: numbered as they come.</summary>
    private static string Path(JsonElement record, List<string> ids)
    {
        var (id, link) = (record.Text("subject", "id")!, record.GetProperty("link").GetString());
        if (link is null)
        {
            return "";
        }

        if (!ids.Contains(id, StringComparer.Ordinal))
        {
            ids.Add(id);
        }

        return " → " + link.Replace(id, $"#{ids.IndexOf(id) + 1}", StringComparison.Ordinal);
    }

    private async Task<(bool OnScreen, HttpStatusCode OnPaper)> Sees(string reader, Guid personId)
    {
        var client = await _plant.SignIn(reader);
        using var paper = await client.Http.GetAsync($"/print/evidence/{personId}");
        var answer = await client.Ask("query($id: UUID!) { evidence(personId: $id) { from } }", new { id = personId });
        return (!answer.TryGetProperty("errors", out _), paper.StatusCode);
    }

    private async Task<string> SharedWith(string reader) => string.Join(
        '\n', (await Ask(reader, "{ evidenceSharedWithMe { person { name } until } }")).GetProperty("evidenceSharedWithMe").EnumerateArray().Select(s => $"{s.Text("person", "name")} {s.Text("until")}"));

    private async Task<JsonElement> Ask(string reader, string document, object? variables = null) => await (await _plant.SignIn(reader)).Query(document, variables);

    private static IEnumerable<JsonElement> Competences(JsonElement evidence) =>
        evidence.GetProperty("blocks").EnumerateArray().SelectMany(b => b.GetProperty("competences").EnumerateArray());

    private static IEnumerable<JsonElement> Criteria(JsonElement evidence) => Competences(evidence).SelectMany(c => c.GetProperty("criteria").EnumerateArray());
}
