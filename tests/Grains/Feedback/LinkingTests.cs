using System.Globalization;
using System.Text;
using CohortCourses.Contracts;
using CohortCourses.Storage;
using CohortCourses.Tests.Grains.Pilots;

namespace CohortCourses.Tests.Grains.Feedback;

/// <summary>
/// Someone who took a copy of the whole data folder after every single answer, and knows in which order people were about, tries to tell whose
/// answers are whose. A receipt leads to five answers at best, so one guess in five is chance.
/// </summary>
public sealed class LinkingTests(ITestOutputHelper output)
{
    private const int People = 60;

    /// <summary>Of 60 guesses of which each is right once in five, more than 27 are with a probability below one in 100,000.</summary>
    private const int MostByChance = 27;

    private readonly Dictionary<string, string> truth = new(StringComparer.Ordinal);
    private readonly List<Copy> copies = [];

    [Fact]
    public async Task AnonymousAnswers_WithEveryCopyOfTheFolderInHand_LeadToNobody()
    {
        await using var survey = await Survey.StartAsync(People, onDisk: true);
        survey.Pilot.Clock.Advance(TimeSpan.FromDays(2));
        var form = await survey.Open();
        var lastSeen = new List<string>();
        foreach (var learner in Shuffled(Survey.Learners(People)))
        {
            // Others are about as well: some read, some finish a week.
            foreach (var other in Shuffled(Survey.Learners(People)).Take(2))
            {
                (await survey.Grains.Learner(other).Read(Survey.Cohort, 1, changeNote: null)).Accepted();
                lastSeen.Add(other);
            }

            truth[await survey.Answered(form, learner, Random.Shared.Next(2) == 0 ? "slow" : "right")] = learner;
            copies.Add(await Copy.OfAsync(survey.Pilot.Folder!, lastSeen[^1]));
        }

        (await survey.Forms.Close(form)).Accepted();
        copies.Add(await Copy.OfAsync(survey.Pilot.Folder!, lastSeen[^1]));

        NothingHoldsBoth();
        NothingEarlierIsLeft();
        ReceiptsComeInFives();
        Try("in the order in which both appear", InOrder());
        Try("receipts with the answers just before them", JustBefore());
        Try("by the identifiers' own order", ByIds());
        Try("by who was about last", ByActivity());
    }

    /// <summary>No document of any copy says anything of a person and of an answer, and ballots say nothing but answers.</summary>
    private void NothingHoldsBoth()
    {
        foreach (var document in copies.SelectMany(copy => copy.Documents))
        {
            Assert.False(
                truth.Keys.Any(ballot => document.Contains(ballot, StringComparison.Ordinal)) && truth.Values.Any(learner => document.Contains(learner, StringComparison.Ordinal)), document);
            if (document.Contains("\"doc\":\"ballots\"", StringComparison.Ordinal))
            {
                Assert.DoesNotContain("\"2026-", document, StringComparison.Ordinal);
                Assert.Equal(["answers", "ballots", "doc", "is", "pace", "v"], Names(document).Except(truth.Keys).Order(StringComparer.Ordinal));
            }
        }
    }

    /// <summary>Of ballots and receipts the last copy holds what they are now, and nothing of what they were: neither the log nor freed space tells how they grew.</summary>
    private void NothingEarlierIsLeft()
    {
        foreach (var kind in new[] { "ballots", "receipts" })
        {
            var now = copies[^1].Documents.Where(document => document.Contains($"\"doc\":\"{kind}\"", StringComparison.Ordinal)).ToList();
            Assert.Equal(
                copies[^1].Files.Sum(file => now.Sum(document => Count(file, Encoding.UTF8.GetBytes(document)))),
                copies[^1].Files.Sum(file => Count(file, Encoding.UTF8.GetBytes($"\"doc\":\"{kind}\""))));
        }
    }

    private void ReceiptsComeInFives()
    {
        foreach (var (before, after) in copies.Zip(copies.Skip(1)))
        {
            Assert.Contains(after.Receipts.Count - before.Receipts.Count, new[] { 0, 5, 10 });
        }

        Assert.Equal(People, copies[^1].Receipts.Count);
    }

    private IEnumerable<(string Ballot, string Learner)> InOrder() => Appearing(copy => copy.Ballots).Zip(Appearing(copy => copy.Receipts));

    /// <summary>Each receipt goes with one of the five newest answers that no receipt was given to yet.</summary>
    private IEnumerable<(string Ballot, string Learner)> JustBefore()
    {
        var given = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (before, after) in copies.Prepend(Copy.Nothing).Zip(copies))
        {
            var ballots = Appearing(copy => copy.Ballots).Where(after.Ballots.Contains).Where(ballot => !given.Contains(ballot)).Reverse().ToList();
            foreach (var guess in ballots.Zip(after.Receipts.Except(before.Receipts).Order(StringComparer.Ordinal)))
            {
                given.Add(guess.First);
                yield return guess;
            }
        }
    }

    private IEnumerable<(string Ballot, string Learner)> ByIds() =>
        copies[^1].Ballots.Order(StringComparer.Ordinal).Zip(copies[^1].Receipts.Order(StringComparer.Ordinal));

    private IEnumerable<(string Ballot, string Learner)> ByActivity() =>
        copies.Prepend(Copy.Nothing).Zip(copies).SelectMany(pair => pair.Second.Ballots.Except(pair.First.Ballots).Select(ballot => (ballot, pair.Second.LastAbout)));

    private void Try(string attempt, IEnumerable<(string Ballot, string Learner)> guesses)
    {
        var all = guesses.ToList();
        var right = all.Count(guess => truth[guess.Ballot] == guess.Learner);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"linking attempt, {attempt}: {right} of {all.Count} right"));
        Assert.InRange(right, 0, MostByChance);
    }

    /// <summary>In the order in which copies first show them; what comes together, by id.</summary>
    private IEnumerable<string> Appearing(Func<Copy, IReadOnlySet<string>> what) =>
        copies.SelectMany(copy => what(copy).Order(StringComparer.Ordinal)).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Shuffled(IEnumerable<string> learners)
    {
        var all = learners.ToArray();
        Random.Shared.Shuffle(all);
        return all;
    }

    private static IEnumerable<string> Names(string json) =>
        System.Text.RegularExpressions.Regex.Matches(json, "\"([^\"]+)\":", System.Text.RegularExpressions.RegexOptions.NonBacktracking).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal);

    private static int Count(byte[] file, ReadOnlySpan<byte> what)
    {
        var count = 0;
        for (var rest = (ReadOnlySpan<byte>)file; rest.IndexOf(what) is >= 0 and var at; rest = rest[(at + what.Length)..])
        {
            count++;
        }

        return count;
    }

    /// <summary>The data folder at one moment.</summary>
    private sealed record Copy(IReadOnlyList<byte[]> Files, IReadOnlyList<string> Documents, IReadOnlySet<string> Ballots, IReadOnlySet<string> Receipts, string LastAbout)
    {
        public static readonly Copy Nothing = new([], [], new HashSet<string>(), new HashSet<string>(), "");

        private static readonly string[] Kinds = ["ballots", "receipts", "form", "form-results", "forms", "learner", "cohort", "reminder"];

        public static async Task<Copy> OfAsync(DirectoryInfo folder, string lastAbout)
        {
            var taken = Directory.CreateTempSubdirectory("cohort-courses-copy-");
            var files = new List<byte[]>();
            foreach (var file in folder.EnumerateFiles("pilot.db*"))
            {
                await using var source = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                using var bytes = new MemoryStream();
                await source.CopyToAsync(bytes);
                files.Add(bytes.ToArray());
                await File.WriteAllBytesAsync(Path.Combine(taken.FullName, file.Name), bytes.ToArray());
            }

            var documents = new List<(string Kind, string Body)>();
            using (var opened = DataFolder.Open(taken.FullName, TimeProvider.System))
            using (var store = SqliteDocumentStore.Open(opened))
            {
                foreach (var kind in Kinds)
                {
                    await foreach (var document in store.ListAsync(kind))
                    {
                        documents.Add((kind, Encoding.UTF8.GetString(document.Body.Span)));
                    }
                }
            }

            taken.Delete(recursive: true);
            return new(files, [.. documents.Select(document => document.Body)], Ids(documents, "ballots", "ballots"), Ids(documents, "receipts", "learners"), lastAbout);
        }

        private static HashSet<string> Ids(IEnumerable<(string Kind, string Body)> documents, string kind, string member) => documents
            .Where(document => document.Kind == kind)
            .Select(document => System.Text.Json.JsonElement.Parse(document.Body).GetProperty("is").GetProperty(member))
            .SelectMany(ids => ids.ValueKind == System.Text.Json.JsonValueKind.Array ? ids.EnumerateArray().Select(id => id.GetString()!) : ids.EnumerateObject().Select(id => id.Name))
            .ToHashSet(StringComparer.Ordinal);
    }
}
