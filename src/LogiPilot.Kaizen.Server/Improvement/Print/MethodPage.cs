using LogiPilot.Kaizen.Core.Improvement.Methods;
using LogiPilot.Kaizen.Server.Improvement.Drawings;
using LogiPilot.Kaizen.Server.Improvement.Methods;

namespace LogiPilot.Kaizen.Server.Improvement.Print;

/// <summary>A method as a form of paper: each step with what it asks for, and room to write, or how an example fills it.</summary>
internal sealed class MethodPage(MethodDefinition method, bool isFilled, DrawingWords words)
{
    private const int Line = 9;
    private const int Lines = 26;
    private const int Rows = 4;
    private const int Whys = 5;

    private readonly PrintPage _page = new(words);
    private readonly MethodWords _said = new(words.Texts, words.Language, method);

    public string Write()
    {
        _page.Heading(1, In(method.Name));
        _page.Lead(In(method.About));
        if (!isFilled)
        {
            _page.Form((_page.Word("formTitle"), 60), (_page.Word("openedOn"), 20), (_page.Word("leader"), 40), (In(method.SponsorTitle), 40));
        }

        foreach (var step in method.Steps)
        {
            Step(step);
        }

        return _page.Finish(In(method.Name), _page.Word(isFilled ? "example" : "form"));
    }

    private string In(Bilingual text) => text.In(words.Language);

    private void Step(StepDefinition step)
    {
        _page.Heading(2, In(step.Name));
        _page.Lead(In(step.Purpose));
        _page.Facts(
            (_page.Word("signs"), step.Signs == SignedBy.Sponsor ? In(method.SponsorTitle) : _page.Word("leader")),
            (words.Said("methods.page.due"), _said.Due(step)),
            (_page.Word("checks"), step.Checks is { } days ? string.Join(", ", days.Select(d => _page.Word("checkAt", ("count", d)))) : null));
        foreach (var field in step.Fields)
        {
            Field(field);
        }

        _page.Heading(3, _page.Word("gate"));
        _page.List(_said.Gate(step));
        if (!isFilled)
        {
            _page.Form((_page.Word("signature"), 60), (_page.Word("day"), 25));
        }
    }

    private void Field(FieldDefinition field)
    {
        _page.Heading(3, In(field.Name) + (field.Required ? "" : $" ({words.Said("plans.page.optional")})"));
        _page.Small(field.Hint is { } hint ? In(hint) : null);
        if (isFilled)
        {
            _page.Text(field.Example is { } example ? In(example) : null, "example");
        }
        else
        {
            Room(field);
        }
    }

    private void Room(FieldDefinition field)
    {
        switch (field.Type)
        {
            case FieldType.Choice:
                _page.Boxes((field.Choices ?? []).Select(c => In(c.Name)));
                break;
            case FieldType.YesNo:
                _page.Boxes([words.Of("yes"), words.Of("no")]);
                break;
            case FieldType.Table:
                var columns = field.Columns ?? [];
                string[] first = columns is [{ Choices: { } choices }, ..] && columns.Skip(1).Any() ? [.. choices.Select(c => In(c.Name))] : [.. Enumerable.Repeat("", Rows)];
                _page.Blank([.. columns.Select(c => In(c.Name))], first);
                break;
            case FieldType.Tree:
                _page.Blank([_page.Word("why"), _page.Word("verdict"), _page.Word("proof")], [.. Enumerable.Range(1, Whys).Select(n => FormattableString.Invariant($"{n}."))]);
                break;
            case FieldType.Ishikawa:
                _page.Blank(["", _page.Word("cause"), _page.Word("verdict")], [.. Enum.GetValues<CauseFamily>().Select(f => words.Word("methods.family", f))]);
                break;
            case FieldType.Qqoqccp:
                _page.Blank(["", _page.Word("answer")], [.. QqoqccpValue.Questions.Select(q => words.Said($"methods.question.{q}"))]);
                break;
            case FieldType.Risks:
                _page.Blank(["", _page.Word("score"), _page.Word("reason")], [.. RisksValue.Sides.Select(s => words.Said($"methods.risk.{s}"))]);
                break;
            case FieldType.Text or FieldType.Pareto or FieldType.People or FieldType.Attachments:
                _page.Room(Lines);
                break;
            default:
                _page.Room(Line);
                break;
        }
    }
}
