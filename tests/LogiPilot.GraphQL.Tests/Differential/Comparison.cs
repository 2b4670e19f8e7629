using System.Text;

namespace LogiPilot.GraphQL.Tests.Differential;

/// <summary>Puts questions to both sides, gathers what differs and counts what the questions exercised.</summary>
internal sealed class Comparison(OurSide ours, TheirSide theirs)
{
    private const int Ahead = 64;
    private readonly Dictionary<string, int> _forgiven = new(StringComparer.Ordinal);

    public List<string> Differences { get; } = [];
    public Tally Tally { get; } = new(theirs.Rules);
    public IReadOnlyDictionary<string, int> Forgiven => _forgiven;

    public async Task<IReadOnlyList<Outcome>> Ask(IReadOnlyList<Question> questions)
    {
        var outcomes = new List<Outcome>(questions.Count);
        var told = 0;
        for (var i = 0; i < questions.Count; i++)
        {
            for (; told < questions.Count && told < i + Ahead; told++) await theirs.Tell(questions[told]);
            var mine = await ours.Answer(questions[i]);
            var other = await theirs.Answer();
            outcomes.Add(other);
            Tally.Add(questions[i], other);
            Compare(questions[i], mine, other);
        }
        return outcomes;
    }

    private void Compare(Question question, Outcome mine, Outcome other)
    {
        var (left, right) = (mine.ToString(), other.ToString());
        foreach (var known in KnownDifferences.All)
        {
            if (left == right) return;
            if (known.Forgive(question, mine, other) is not { } forgiven) continue;
            (mine, other) = forgiven;
            if (mine.ToString() == left && other.ToString() == right) continue;
            (left, right) = (mine.ToString(), other.ToString());
            _forgiven[known.Name] = _forgiven.GetValueOrDefault(known.Name) + 1;
        }
        if (left != right) Differences.Add($"{question}\n<<<<<<< ours\n{Around(left, right)}\n======= graphql-js\n{Around(right, left)}\n>>>>>>>");
    }

    // Long answers are cut to what is around the first difference.
    private static string Around(string text, string other)
    {
        var same = text.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        var start = Math.Max(0, same - 300);
        return text.Length < 900 ? text : $"…{text.AsSpan(start, Math.Min(700, text.Length - start))}…";
    }

    public string Report()
    {
        var text = new StringBuilder(Tally.Print());
        text.AppendLine().AppendLine("Differences allowed");
        foreach (var known in KnownDifferences.All) text.AppendLine($"{_forgiven.GetValueOrDefault(known.Name),7}  {known.Name}: {known.Reason}");
        return text.ToString();
    }
}
