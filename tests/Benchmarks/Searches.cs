using System.Diagnostics;
using System.Globalization;
using CohortCourses.Storage;

namespace CohortCourses.Tests.Benchmarks;

/// <summary>50,000 posts of 60 words in Latin, Arabic and Japanese script: how long it takes to index them, to find something, and to forget one for good.</summary>
public static class Searches
{
    private const int Threads = 1_000;
    private const int Pages = 2;
    private const int PostsOfPage = 25;
    private const int Words = 60;
    private const int Rounds = 50;
    private static readonly DateTimeOffset Start = new(2027, 2, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Runs for about a minute and answers with a table, a line each.</summary>
    public static Task<string[]> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("cohort-courses-searches-").FullName;
        try
        {
            using var file = SearchFile.Open(folder);
            var began = Stopwatch.GetTimestamp();
            Fill(file);
            var filled = Stopwatch.GetElapsedTime(began);
            List<string> lines =
            [
                Line($"50,000 posts indexed in {filled.TotalSeconds:N1} s, {new FileInfo(Directory.EnumerateFiles(SearchFile.FolderIn(folder), "*.db").Single()).Length / 1e6:N0} MB"),
                "",
                "| what is looked for | found | p50 ms | worst of 50, ms |",
                "|---|---:|---:|---:|",
            ];
            lines.AddRange(Asked().Select(asked => Measure(file, asked.What, asked.Query)));
            began = Stopwatch.GetTimestamp();
            file.Put("spring", Name(0), 1, 2, []);
            file.Clean();
            lines.AddRange(["", Line($"A page forgotten for good in {Stopwatch.GetElapsedTime(began).TotalMilliseconds:N0} ms")]);
            return Task.FromResult(lines.ToArray());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<(string What, SearchQuery Query)> Asked() =>
    [
        ("a rare word", Query("needle777")),
        ("a word of every third post", Query("partnership")),
        ("two words", Query("partnership library")),
        ("two letters", Query("li")),
        ("an Arabic word", Query("الشراكات")),
        ("a Japanese word of two letters", Query("計画")),
        ("a Japanese word of four", Query("図書館と")),
        ("two letters and a word", Query("li partnership")),
        ("a word by somebody who wrote little", Query("partnership") with { By = ["learner-7"] }),
        ("a word in a week", Query("partnership") with { Week = 8 }),
        ("a word that is not there", Query("zebra")),
        ("the newest of a person", Query(null) with { By = ["learner-7"] }),
    ];

    private static SearchQuery Query(string? words) => new("spring", words, null, null, OnlyUnanswered: false, null, 21);

    private static void Fill(SearchFile file)
    {
        var random = new Random(3);
        string[][] scripts =
        [
            ["partnership", "library", "museum", "we", "asked", "budget", "meeting", "Córdoba", "the", "volunteers", "began", "again"],
            ["الشَّراكات", "المكتبة", "كتبنا", "إلى", "المتحف", "من", "جديد", "القاهرة", "ورشة", "أول", "في", "المتطوعون"],
            ["計画", "図書館と", "東京", "パートナーシップ", "相談", "したい", "です。", "研修", "の", "参加者", "来週", "準備"],
        ];
        for (var thread = 0; thread < Threads; thread++)
        {
            for (var page = 1; page <= Pages; page++)
            {
                var first = ((page - 1) * PostsOfPage) + 1;
                var at = Start.AddMinutes(thread * 70);
                file.Put("spring", Name(thread), page, 1,
                [
                    .. Enumerable.Range(first, PostsOfPage).Select(number => new SearchablePost(
                        number, $"learner-{random.Next(2_000)}", at.AddMinutes(number), number == 1 ? $"Thread {thread}" : null, Text(random, scripts[number % 3], thread, number))),
                ]);
            }

            file.Put("spring", new(Name(thread), 1, (thread % 8) + 1, $"Thread {thread}", thread % 10 == 0));
        }
    }

    private static string Text(Random random, string[] vocabulary, int thread, int number)
    {
        var words = Enumerable.Range(0, Words).Select(_ => random.Next(4) > 0 ? vocabulary[random.Next(vocabulary.Length)] : $"{vocabulary[random.Next(vocabulary.Length)]}{random.Next(2_000)}");
        return string.Join(' ', words) + (number == 2 ? $" needle{thread}" : "");
    }

    private static string Measure(SearchFile file, string what, SearchQuery query)
    {
        var found = file.Find(query).Count;
        var times = Enumerable.Range(0, Rounds).Select(_ =>
        {
            var began = Stopwatch.GetTimestamp();
            file.Find(query);
            return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }).Order().ToList();
        return Line($"| {what} | {(found > 20 ? "20 and more" : found)} | {times[Rounds / 2]:F1} | {times[^1]:F1} |");
    }

    private static string Name(int thread) => $"{thread:x8}-0000-7000-8000-000000000000";

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
