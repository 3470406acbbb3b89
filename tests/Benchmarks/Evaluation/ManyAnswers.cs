using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Feedback;
using CohortCourses.Hosting;
using CohortCourses.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CohortCourses.Tests.Benchmarks.Evaluation;

/// <summary>A cohort in which everybody answers a confidential form of twenty questions in each of eight weeks.</summary>
internal static class ManyAnswers
{
    public const string Cohort = "many";
    public const int Participants = 10_000;
    public const int Weeks = 8;
    public const int Questions = 20;

    private const int OnAPage = 25;
    private const int AtOnce = 64;

    /// <summary>Joins everybody and opens the forms through the grains; the pages of answers are put into the store as they would lie there.</summary>
    public static async Task Put(string data)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddLogging();
        builder.Services.AddSilo(new() { DataFolder = data });
        using var silo = builder.Build();
        await silo.StartAsync();
        var grains = silo.Services.GetRequiredService<IGrainFactory>();
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(400);
        Check(await grains.Cohort(Cohort).Create(new("building-partnerships", "Many", today, new(9, 0), "Etc/UTC", Participants)));
        foreach (var part in Enumerable.Range(0, Participants).Chunk(AtOnce))
        {
            await Task.WhenAll(part.Select(number => Join(grains, number)));
        }

        var store = silo.Services.GetRequiredService<IDocumentStore>();
        for (var week = 1; week <= Weeks; week++)
        {
            var opened = await grains.Forms(Cohort).Open(new(Guid.CreateVersion7().ToString(), Form(), week, TimeProvider.System.GetUtcNow().AddDays(60), Learner(0)));
            Check(opened.Outcome);
            await Task.WhenAll(Enumerable.Range(0, Participants / OnAPage).Select(page =>
                store.WriteAsync("responses", string.Create(CultureInfo.InvariantCulture, $"{Cohort}/{opened.Form}/{page + 1}"), Page(page, week), etag: null)));
        }

        await silo.StopAsync();
    }

    private static async Task Join(IGrainFactory grains, int number)
    {
        var learner = grains.Learner(Learner(number));
        Check(await learner.Register(new(number % 3 == 0 ? "fr" : "en", number % 2 == 0 ? "Africa/Dakar" : "Asia/Tokyo")));
        Check(await learner.Join(new(Cohort, $"Person {number}", CohortRole.Participant, null, null, Research: true)));
    }

    private static string Learner(int number) => string.Create(CultureInfo.InvariantCulture, $"{number:x8}-0000-4000-8000-00000000beef");

    /// <summary>Ten levels, four choices, two of several, a matrix of four, a recommendation and two texts.</summary>
    private static FormDefinition Form() => new("survey", FormKind.Pulse, FormLevel.Confidential, "en", In("Every week"), null, 9,
    [
        .. Enumerable.Range(1, Questions).Select(number => new QuestionDefinition($"question-{number}", Kind(number), In($"Question {number}?"), $"{number:x12}")
        {
            Choices = Kind(number) is QuestionKind.One or QuestionKind.Several ? [.. Enumerable.Range(1, 5).Select(choice => new ChoiceDefinition($"choice-{choice}", In($"Choice {choice}")))] : [],
            Rows = Kind(number) is QuestionKind.Matrix ? [.. Enumerable.Range(1, 4).Select(row => new ChoiceDefinition($"row-{row}", In($"Statement {row}")))] : [],
            Levels = Kind(number) is QuestionKind.Scale or QuestionKind.Matrix ? [.. Enumerable.Range(1, 5).Select(level => In($"Level {level}"))] : [],
        }),
    ]);

    private static QuestionKind Kind(int number) => number switch
    {
        <= 10 => QuestionKind.Scale,
        <= 14 => QuestionKind.One,
        <= 16 => QuestionKind.Several,
        17 => QuestionKind.Matrix,
        18 => QuestionKind.Recommend,
        _ => QuestionKind.Long,
    };

    private static ReadOnlyMemory<byte> Page(int page, int week)
    {
        var random = new Random((page * Weeks) + week);
        var bytes = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(bytes);
        JsonSerializer.Serialize(json, new
        {
            doc = "responses",
            v = 1,
            @is = new { responses = Enumerable.Range(page * OnAPage, OnAPage).ToImmutableSortedDictionary(Learner, number => Response(random, number, week), StringComparer.Ordinal) },
        });
        json.Flush();
        return bytes.WrittenMemory;
    }

    private static object Response(Random random, int number, int week) => new
    {
        language = number % 3 == 0 ? "fr" : "en",
        at = TimeProvider.System.GetUtcNow().AddMinutes(number),
        answers = Enumerable.Range(1, Questions).ToImmutableSortedDictionary(question => $"question-{question}", question => Answer(random, question, week), StringComparer.Ordinal),
    };

    private static string[] Answer(Random random, int question, int week) => Kind(question) switch
    {
        QuestionKind.Scale => [$"{random.Next(1, 6)}"],
        QuestionKind.One => [$"choice-{random.Next(1, 6)}"],
        QuestionKind.Several => [.. Enumerable.Range(1, 5).Where(_ => random.Next(2) == 0).Select(choice => $"choice-{choice}").DefaultIfEmpty("choice-1")],
        QuestionKind.Matrix => [.. Enumerable.Range(1, 4).Select(row => $"row-{row}:{random.Next(1, 6)}")],
        QuestionKind.Recommend => [$"{random.Next(0, 11)}"],
        _ => [$"In week {week} the library asked {random.Next(1000)} people, and \"most\" of them came, with pictures and questions."],
    };

    private static ImmutableSortedDictionary<string, string> In(string english) => ImmutableSortedDictionary<string, string>.Empty.Add("en", english);

    private static void Check(Outcome outcome)
    {
        if (!outcome.Accepted)
        {
            throw new InvalidOperationException(outcome.Code);
        }
    }
}
