using System.Collections.Immutable;
using System.Globalization;
using CohortCourses.Domain.Evaluation;

namespace CohortCourses.Tests.Domain.Evaluation;

/// <summary>What is seen of the stages, the curve and one week under every filter by one attribute.</summary>
internal sealed class Seen
{
    private readonly Participant[] _people;
    private readonly string _attribute;
    private readonly int _week;
    private readonly ImmutableArray<Followed> _followed;
    private readonly ImmutableArray<string> _kinds;

    /// <param name="needsAll">Whether the course is complete only with every week.</param>
    public Seen(Participant[] people, CohortFigures figures, string attribute, int week, bool needsAll)
    {
        (_people, _attribute, _week) = (people, attribute, week);
        _followed = Staying.Of(people, people[0].Weeks.Length);
        _kinds = [.. people.Select((person, index) => string.Create(
            CultureInfo.InvariantCulture, $"{_followed[index].Fate}@{_followed[index].Weeks}/{person.Complete}/{person.Weeks[week - 1]}"))];
        Attack = new([.. people.Select(person => new[] { ValueOf(person) })], _kinds, Possible(people[0].Weeks.Length, needsAll));
        var curves = figures.RetentionBy.FirstOrDefault(by => by.Attribute == attribute)?.Curves ?? [];
        Learn(_ => true, figures.Retention);
        foreach (var (group, curve) in curves)
        {
            Learn(IsIn(group), curve);
        }

        var ends = Ends([figures.Retention]);
        var endsOfGroups = Ends(curves.Select(curve => curve.Curve));
        LearnAll(figures.Stages, Stage, _ => false, _ => false);
        LearnAll(figures.Weeks[week - 1], State, kind => IsGone(kind, ends), kind => IsGone(kind, endsOfGroups));
    }

    public Attack Attack { get; }

    /// <summary>Everything that someone who knows no more than the rules has to reckon with.</summary>
    private IEnumerable<string> Possible(int now, bool needsAll) =>
        from fate in Enum.GetValues<Fate>()
        from weeks in fate == Fate.Here ? [now] : Enumerable.Range(0, now + 1)
        from complete in fate == Fate.Here ? new[] { false, true } : [false]
        from state in Enum.GetValues<WeekState>()
        where fate != Fate.Left || weeks >= _week || state == WeekState.NotRead
        where !complete || !needsAll || state == WeekState.Completed
        select string.Create(CultureInfo.InvariantCulture, $"{fate}@{weeks}/{complete}/{state}");

    /// <summary>What is found out of one to four people, of everyone or of one value of the attribute: by stage, by how long they stayed, by the week.</summary>
    public IEnumerable<string> FoundOut()
    {
        var now = _people[0].Weeks.Length;
        var kinds = new List<(string Name, Func<string, bool> Is)>();
        foreach (var state in CohortFigures.WeekNames)
        {
            kinds.Add((state, kind => State(kind) == state));
            kinds.AddRange(CohortFigures.StageNames.Select(stage => ($"{state}, {stage}", (Func<string, bool>)(kind => State(kind) == state && Stage(kind) == stage))));
            kinds.AddRange(Enumerable.Range(0, now).Select(end => ($"{state}, not left by {end}", (Func<string, bool>)(kind => State(kind) == state && !(Stage(kind) == "left" && WeeksOf(kind) <= end)))));
        }

        kinds.AddRange(CohortFigures.StageNames.Select(stage => (stage, (Func<string, bool>)(kind => Stage(kind) == stage))));
        kinds.AddRange(Enumerable.Range(0, now).Select(end => ($"left by {end}", (Func<string, bool>)(kind => Stage(kind) == "left" && WeeksOf(kind) <= end))));
        return
        [
            .. Attack.SmallSets().Where(small => Attack.Known.Gives(small.Sum)).Select(small => small.Name),
            .. from value in _people.Select(ValueOf).Distinct().Append("")
               from kind in kinds
               where Attack.FindsOut(person => value.Length == 0 || ValueOf(_people[person]) == value, kind.Is)
               select $"{value}: {kind.Name}",
        ];
    }

    private static string State(string kind) => CohortFigures.WeekNames[(int)Enum.Parse<WeekState>(kind.Split('/')[2])];

    private static ImmutableArray<int> Ends(IEnumerable<Retention> curves) => [.. curves.SelectMany(curve => curve.Steps).Select(step => step.Week).Distinct().Order()];

    private static string Stage(string kind) => kind.StartsWith("Left", StringComparison.Ordinal) ? "left" : kind.Split('/')[1] == "True" ? "completed" : "here";

    private bool IsGone(string kind, ImmutableArray<int> ends)
    {
        if (ends.IsEmpty || Stage(kind) != "left")
        {
            return false;
        }

        var after = ends.LastOrDefault(end => end < WeeksOf(kind), -1);
        return _followed.Where(person => person.Fate == Fate.Left && person.Weeks > after && person.Weeks <= ends.First(end => end > after)).Max(person => (int?)person.Weeks) < _week;
    }

    private static int WeeksOf(string kind) => int.Parse(kind.Split('@', '/')[1], CultureInfo.InvariantCulture);

    private string ValueOf(Participant person) => _attribute == "track" ? person.Track : person.Region;

    private Func<int, bool> IsIn(Group group) => person => group.Values.Contains(ValueOf(_people[person]));

    private void Learn(Func<int, bool> people, Retention curve)
    {
        var from = -1;
        foreach (var step in curve.Steps)
        {
            var (after, to) = (from, step.Week);
            bool IsIn(string kind, bool hasLeft) => (Stage(kind) == "left") == hasLeft && WeeksOf(kind) > after && WeeksOf(kind) <= to;
            bool HasLeft(string kind) => IsIn(kind, hasLeft: true);
            bool IsUnknown(string kind) => IsIn(kind, hasLeft: false);
            Assert.Equal(step.Left, Enumerable.Range(0, _people.Length).Count(person => people(person) && HasLeft(_kinds[person])));
            Assert.Equal(step.Unknown, Enumerable.Range(0, _people.Length).Count(person => people(person) && IsUnknown(_kinds[person])));
            Attack.Learn(people, HasLeft);
            Attack.Learn(people, IsUnknown);
            from = to;
        }
    }

    private void LearnAll(ShownFigure figure, Func<string, string> valueOf, Func<string, bool> isGone, Func<string, bool> isGoneByGroup)
    {
        foreach (var outcome in figure.Outcomes)
        {
            Attack.Learn(_ => true, kind => !isGone(kind) && outcome.Values.Contains(valueOf(kind)));
        }

        foreach (var row in figure.By.Where(table => table.Attribute == _attribute).SelectMany(table => table.Rows))
        {
            foreach (var (outcome, share) in figure.Outcomes.Zip(row.Shares).Where(cell => cell.Second is not null))
            {
                bool Has(string kind) => !isGoneByGroup(kind) && outcome.Values.Contains(valueOf(kind));
                Assert.Equal(share!.Count, Enumerable.Range(0, _people.Length).Count(person => IsIn(row.Group)(person) && Has(_kinds[person])));
                Attack.Learn(IsIn(row.Group), Has);
            }
        }
    }
}
