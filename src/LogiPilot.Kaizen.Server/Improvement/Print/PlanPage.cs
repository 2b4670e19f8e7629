using System.Text.Json;
using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Improvement.Methods;
using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Server.Improvement.Drawings;

namespace LogiPilot.Kaizen.Server.Improvement.Print;

/// <summary>
/// The report of a plan, of whatever method: its charter, then each step with what was written and who signed it, actions, indicators,
/// meetings, questions to services, communications and history.
/// </summary>
internal sealed class PlanPage(PlanFile file, DrawingWords words)
{
    private readonly PrintPage _page = new(words);

    private ActionPlan Plan => file.Plan;

    public string Write()
    {
        Head();
        Charter();
        TimeLine();
        foreach (var past in Plan.PastCycles)
        {
            _page.Heading(2, _page.Word("pastCycle", ("cycle", past.Cycle)));
            Steps(past.Steps, past.Cycle);
        }

        if (Plan.PastCycles.Count > 0)
        {
            _page.Heading(2, _page.Word("cycle", ("cycle", Plan.Cycle)));
        }

        Steps(Plan.Steps, Plan.Cycle);
        new PlanTables(file, _page).Write();
        return _page.Finish(Plan.Number, Plan.Title);
    }

    private void Head()
    {
        var method = Plan.Method;
        _page.Heading(1, Plan.Title);
        _page.Lead(string.Join(" · ", new[]
        {
            $"{method.Name.In(words.Language)} {Plan.Number}", file.People.Plant(Plan.PlantId)?.Name, words.Word("plans.state", Plan.State),
            Plan.IsRecurring ? _page.Word("recurring") : null, Plan.Cycle > 1 ? _page.Word("cycle", ("cycle", Plan.Cycle)) : null,
            method.Levels.FirstOrDefault(l => l.Code == Plan.Level)?.Name.In(words.Language),
        }.Where(s => s is not null)));
        _page.Facts(
            (method.SponsorTitle.In(words.Language), file.Person(Plan.SponsorId)),
            (_page.Word("leader"), file.Person(Plan.LeaderId)),
            (_page.Word("approved"), Plan.ApprovedAt is { } approved
                ? _page.Word("by", ("person", file.Person(Plan.ApprovedById) ?? _page.Word("bySystem")), ("day", file.Day(approved, words)))
                : _page.Word("notApproved")),
            (_page.Word("openedOn"), file.Day(Plan.OpenedAt, words)),
            (_page.Word("deadline"), Plan.Deadline is { } deadline ? words.Day(deadline) : null),
            (_page.Word("closedOn"), Plan.ClosedAt is { } closed ? file.Day(closed, words) : null),
            (_page.Word("keys"), string.Join("\n", Plan.Keys.Select(Key))),
            (_page.Word("origin"), string.Join("\n", new[] { file.Dysfunction, Alerts(), Plan.Origin.Text }.Where(s => s is not null))),
            (_page.Word("perimeter"), Plan.Perimeter),
            (_page.Word("reason"), Plan.Reason),
            (_page.Word("cost"), ProposalPage.Amount(words, Plan.Cost)),
            (_page.Word("gain"), ProposalPage.Amount(words, Plan.Gain)));
    }

    private string? Alerts() => Plan.Origin.AlertIds.Count > 0 ? _page.Word("originAlerts", ("count", Plan.Origin.AlertIds.Count)) : null;

    private string Key(PlanKey key)
    {
        string?[] parts =
        [
            key.Family is { } family ? Family(family) : null,
            file.People.Name(key.PlaceId) is { } place ? $"{place.Code} {place.Name}" : null,
            key.ProductId is { } product ? file.Product(product) : null,
        ];
        return string.Join(" · ", parts.Where(p => p is not null));
    }

    private string Family(string family) =>
        Enum.TryParse<AlertKind>(family, out var kind) ? words.Word("alerts.kind", kind) : words.Of("family.supply");

    private void Charter()
    {
        if (Plan.Participants.Count > 0)
        {
            _page.Heading(2, _page.Word("team"));
            _page.Table(
                [_page.Word("person"), _page.Word("role"), _page.Word("mission"), _page.Word("skill")],
                [.. Plan.Participants.Select(p => (string?[])[file.Person(p.PersonId), p.Role, p.Mission, p.Skill])]);
        }

        var (choices, constraints) = (Plan.Choices, Plan.Constraints);
        if (choices != new ArguedChoices())
        {
            _page.Heading(2, _page.Word("choices"));
            var setting = choices.IsGroup is { } isGroup ? _page.Word(isGroup ? "group" : "alone") : null;
            _page.Facts(
                (_page.Word("setting"), string.Join(words.Colon, new[] { setting, choices.Setting }.Where(s => s is not null))),
                (_page.Word("whyParticipants"), choices.Participants), (_page.Word("whyMethod"), choices.Method),
                (_page.Word("whyCommunication"), choices.Communication), (_page.Word("whyDeadline"), choices.Deadline),
                (_page.Word("followUp"), Plan.FollowUpDays is { } days ? _page.Word("everyDays", ("count", days)) : null));
        }

        if (constraints != new Constraint4())
        {
            _page.Heading(2, _page.Word("constraints"));
            _page.Facts(
                (_page.Word("technical"), constraints.Technical), (_page.Word("quality"), constraints.Quality),
                (_page.Word("environment"), constraints.Environment), (_page.Word("safety"), constraints.Safety));
        }
    }

    private void TimeLine()
    {
        _page.Heading(2, words.Of("drawing.timeLine.title"));
        var from = file.Picture.Facts.DayOf(Plan.OpenedAt);
        var rows = new List<TimeLineRow>();
        foreach (var step in Plan.Steps)
        {
            DateOnly? signed = step.SignedAt is { } at ? file.Picture.Facts.DayOf(at) : null;
            rows.Add(new TimeLineRow(
                Plan.Method.Step(step.Code)!.Name.In(words.Language), words.Word("plans.stepState", step.State), from, step.OriginalDueOn, step.DueOn,
                step.State == StepState.Signed ? signed : null));
            from = signed ?? from;
        }

        _page.Draw([TimeLineDrawing.Draw(rows, file.Picture.Facts.Today, words)]);
    }

    private void Steps(IReadOnlyList<PlanStep> steps, int cycle)
    {
        var said = file.Words(words, cycle);
        foreach (var step in steps)
        {
            var definition = Plan.Method.Step(step.Code)!;
            _page.Heading(2, definition.Name.In(words.Language));
            Signature(step, cycle == Plan.Cycle);
            foreach (var field in definition.Fields)
            {
                var written = file.Fields.FirstOrDefault(f => f.Cycle == cycle && f.Key == FieldVersion.KeyOf(step.Code, field.Code));
                if (written?.Json is { ValueKind: not JsonValueKind.Null } value)
                {
                    _page.Heading(3, field.Name.In(words.Language));
                    PrintedFields.Print(_page, field, value, Plan.Title, said, file.Files);
                    var versions = file.Versions.GetValueOrDefault((cycle, written.Key), 1);
                    _page.Small(string.Join(" · ", _page.Word("versions", ("count", versions)), _page.Word(
                        "by", ("person", file.Person(written.AuthorId) ?? _page.Word("bySystem")), ("day", file.Day(written.At, words)))));
                }
            }

            if (cycle == Plan.Cycle)
            {
                Checks(step);
            }

            if (cycle == Plan.Cycle && step == Plan.CurrentStep && !Plan.IsEnded)
            {
                Missing(definition);
            }
        }
    }

    private void Signature(PlanStep step, bool isPresent)
    {
        if (step is { State: StepState.Signed, SignedAt: { } at })
        {
            _page.Text(_page.Word("signed", ("person", file.Person(step.SignedById) ?? _page.Word("bySystem")), ("day", file.Day(at, words))), "signed with");
        }
        else if (!isPresent)
        {
            _page.Text(_page.Word("leftUnsigned"), "with");
        }
        else
        {
            _page.Text(step.DueOn is { } due ? $"{_page.Word("notSigned")} · {_page.Word("dueOn", ("day", words.Day(due)))}" : _page.Word("notSigned"), "open with");
        }

        if (step.SuspendedSince is { } since)
        {
            _page.Text(_page.Word("suspended", ("day", file.Day(since, words))), "open with");
        }

        if (step is { DueOn: { } moved, OriginalDueOn: { } original } && moved != original)
        {
            _page.Text(_page.Word("dueMoved", ("day", words.Day(moved)), ("original", words.Day(original))), "with");
        }

        foreach (var returned in step.Returns)
        {
            _page.Text(_page.Word(
                "returned", ("person", file.Person(returned.ById) ?? _page.Word("bySystem")), ("day", file.Day(returned.At, words)), ("reason", returned.Reason)), "with");
        }
    }

    private void Checks(PlanStep step)
    {
        var checks = Plan.Checks.Where(c => c.Step == step.Code).OrderBy(c => c.Days).ToList();
        if (checks.Count > 0)
        {
            _page.Heading(3, _page.Word("checks"));
            _page.Table(
                [_page.Word("check"), _page.Word("checkDue"), _page.Word("heldOn"), _page.Word("result")],
                [
                    .. checks.Select(c => (string?[])
                    [
                        _page.Word("checkOf", ("days", c.Days)), words.Day(c.DueOn), c.HeldOn is { } held ? words.Day(held) : null,
                        c.Passed is { } passed ? words.Said(passed ? "words.result.PASSED" : "words.result.FAILED") : null,
                    ]),
                ]);
        }
    }

    private void Missing(StepDefinition definition)
    {
        var missing = Gate.Check(file.Picture, definition).Where(f => !f.Holds).ToList();
        if (missing.Count > 0)
        {
            _page.Heading(3, _page.Word("missing"));
            _page.List(missing.Select(f => f.Says is { } says ? says.In(words.Language) : words.Texts.Of(words.Language, f.Key, f.Arguments)));
        }
    }
}
