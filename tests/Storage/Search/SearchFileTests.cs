using System.Text;
using CohortCourses.Storage;

namespace CohortCourses.Tests.Storage.Search;

/// <summary>Whatever everybody can read is found by its words, in any script; whatever is gone is not.</summary>
public sealed class SearchFileTests : IDisposable
{
    private const string Spring = "spring";
    private const string Thread = "01933333-0000-7000-8000-000000000001";
    private static readonly DateTimeOffset At = new(2027, 2, 1, 6, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cohort-courses-search-");
    private SearchFile file;

    public SearchFileTests() => file = SearchFile.Open(folder.FullName);

    [Theory]
    [InlineData("Running a first EDIT-A-THON in Córdoba", "cordoba edit-a-thon", "Córdoba")]
    [InlineData("Une très belle journée à l’école", "ecole", "école")]
    [InlineData("Die Straße ist weit", "STRASSE", "Straße")]
    [InlineData("كَتَبْتُ عن الشَّراكات في القاهِـــرة", "الشراكات", "الشَّراكات")]
    [InlineData("كَتَبْتُ عن الشَّراكات في القاهِـــرة", "القاهره", "القاهِـــرة")]
    [InlineData("أهلا بكم في الأسبوع الأول", "اهلا", "أهلا")]
    [InlineData("برگزاری یک کارگاه", "كارگاه", "کارگاه")]
    [InlineData("パートナーシップの計画について相談したいです。", "計画", "計画")]
    [InlineData("パートナーシップの計画について相談したいです。", "パートナー", "パートナー")]
    [InlineData("ﾊﾟｰﾄﾅｰとの会議", "パートナー", "ﾊﾟｰﾄﾅｰ")]
    [InlineData("研修は東京で", "東", "東")]
    [InlineData("왜 파트너십이 필요한가요", "파트너", "파트너")]
    [InlineData("Как начать партнёрство", "партнерство", "партнёрство")]
    [InlineData("The UN and we", "un", "UN")]
    [InlineData("من نحن", "من", "من")]
    [InlineData("Wikis are many", "wi", "Wi")]
    [InlineData("I use C++ and c# \"daily\"", "c#", "c#")]
    [InlineData("I use C++ and c# \"daily\"", "C++", "C++")]
    [InlineData("Well done 🎉 all", "🎉", "🎉")]
    [InlineData("Room ٢٣ is open", "23", "٢٣")]
    public void Find_ByAWordInAnyScript_MarksIt(string text, string words, string marked)
    {
        Put(new(1, "maya", At, "Title", text), new(2, "maya", At, null, "Other things: xyz"));

        var hit = Assert.Single(Find(words));

        Assert.Contains(marked, hit.Text.Where(part => part.IsFound).Select(part => part.Text));
        Assert.Equal(text, string.Concat(hit.Text.Select(part => part.Text)));
    }

    [Theory]
    [InlineData("\"", 0)]
    [InlineData("* - ( ) :", 0)]
    [InlineData("\"plan", 1)]
    [InlineData("plan\"\"\" OR *", 0)]
    [InlineData("-plan", 1)]
    [InlineData("body:plan", 0)]
    [InlineData("plan*", 1)]
    [InlineData("NEAR(plan meeting)", 0)]
    [InlineData("{scope} : plan", 0)]
    [InlineData("meeting plan", 1)]
    [InlineData("\"meeting plan\"", 0)]
    [InlineData("\"plan a meeting\"", 1)]
    [InlineData("'; DROP TABLE posts; --", 0)]
    [InlineData("\uD83C plan", 0)]
    [InlineData("plan\0", 1)]
    [InlineData("%", 0)]
    [InlineData("pl_n", 0)]
    public void Find_WhateverIsTyped_IsNoError(string words, int found)
    {
        Put(new SearchablePost(1, "maya", At, "Title", "Let us plan a meeting"));

        Assert.Equal(found, Find(words).Count);
    }

    [Fact]
    public void Find_ByNothingButPersonWeekOrUnanswered_ListsTheNewestFirst()
    {
        Put(new(1, "maya", At, "How?", "First"), new(2, "tariq", At.AddHours(1), null, "Second"), new(3, "maya", At.AddHours(2), null, "Third"));
        file.Put(Spring, new(Thread, 1, 3, "How?", IsUnanswered: true));

        Assert.Equal([3, 2, 1], Find(null).Select(hit => hit.Number));
        Assert.Equal([3, 1], Numbers(new(Spring, null, ["maya"], null, OnlyUnanswered: false, null, 20)));
        Assert.Equal([2], Numbers(new(Spring, "second", ["maya", "tariq"], 3, OnlyUnanswered: true, null, 20)));
        Assert.Empty(Numbers(new(Spring, null, null, 4, OnlyUnanswered: false, null, 20)));
        Assert.Equal([1], Numbers(new(Spring, null, null, 3, OnlyUnanswered: true, null, 20)));
        file.Put(Spring, new(Thread, 2, 3, "How?", IsUnanswered: false));
        Assert.Empty(Numbers(new(Spring, null, null, null, OnlyUnanswered: true, null, 20)));
    }

    [Fact]
    public void Find_GoesOnBehindTheLastOne()
    {
        Put([.. Enumerable.Range(1, 9).Select(number => new SearchablePost(number, "maya", At, null, $"The same moment {number}"))]);

        var first = file.Find(new(Spring, "moment", null, null, OnlyUnanswered: false, null, 5));
        var rest = file.Find(new(Spring, "moment", null, null, OnlyUnanswered: false, first[^1].Place, 5));

        Assert.Equal((5, 4), (first.Count, rest.Count));
        Assert.Equal(9, first.Concat(rest).Select(hit => hit.Number).Distinct().Count());
    }

    [Fact]
    public void Find_OfWhatHasALongText_CutsRoundTheWordAndWholeLetters()
    {
        var long1 = string.Concat(Enumerable.Repeat("🎉言葉", 100)) + " needle " + string.Concat(Enumerable.Repeat("@{maya} och så vidare ", 40));
        Put(new SearchablePost(1, "maya", At, null, long1));

        var text = Assert.Single(Find("needle")).Text;

        Assert.Equal("needle", Assert.Single(text, part => part.IsFound).Text);
        Assert.InRange(text.Sum(part => part.Text.Length), 100, 900);
        Assert.Equal(("…", "…"), (text[0].Text, text[^1].Text));
        Assert.DoesNotContain('\uFFFD', string.Concat(text.Select(part => part.Text).SelectMany(part => part.EnumerateRunes())));
    }

    [Fact]
    public void Find_InAnotherCohort_FindsNothing()
    {
        Put(new SearchablePost(1, "maya", At, null, "A secret garden"));
        file.Put("autumn", Thread, 1, 1, [new(1, "maya", At, null, "Another garden")]);

        Assert.Equal("Another garden", string.Concat(Assert.Single(file.Find(new("autumn", "garden", null, null, OnlyUnanswered: false, null, 20))).Text.Select(part => part.Text)));
        Assert.Empty(file.Find(new("winter", "ga", null, null, OnlyUnanswered: false, null, 20)));
    }

    [Fact]
    public void Put_OfAPageThatLostAPost_FindsTheOthersOnly()
    {
        Put(new(1, "maya", At, "Hello", "One stays"), new(2, "maya", At, null, "One goes"));
        Put(new SearchablePost(1, "maya", At, "Hello", "One stays"));

        Assert.Equal([1], Find("one").Select(hit => hit.Number));
        Assert.Empty(Find("goes"));
        Assert.Empty(Find("go"));
        file.Forget(Spring, Thread);
        Assert.Empty(Find("hello"));
        Assert.Empty(file.Threads(Spring));
    }

    [Fact]
    public void Clean_AfterAPostWentAway_LeavesNoTraceInTheFolder()
    {
        Put(new(1, "maya", At, null, "Xylophoneqq was her word"), new(2, "maya", At, null, "Others remain"));
        Put(new SearchablePost(2, "maya", At, null, "Others remain"));

        file.Clean();
        var bytes = Directory.EnumerateFiles(folder.FullName, "*", SearchOption.AllDirectories).SelectMany(ReadShared).ToArray();

        Assert.True(bytes.AsSpan().IndexOf("Others remain"u8) >= 0);
        Assert.True(bytes.AsSpan().IndexOf("Xylophoneqq"u8) < 0);
        Assert.True(bytes.AsSpan().IndexOf("oneqq"u8) < 0);
        Assert.True(bytes.AsSpan().IndexOf("neq"u8) < 0, "A trigram of it is left.");
        Assert.Single(Find("remain"));
    }

    [Theory]
    [InlineData("not a database at all, whatever its name says")]
    [InlineData(null)]
    public void Open_WhereTheFileIsDamagedOrGone_BeginsAnew(string? content)
    {
        Put(new SearchablePost(1, "maya", At, null, "Hello"));
        file.Dispose();
        var path = Directory.EnumerateFiles(SearchFile.FolderIn(folder.FullName), "*.db").Single();
        File.Delete(path);
        if (content is not null)
        {
            File.WriteAllText(path, content, Encoding.UTF8);
        }

        file = SearchFile.Open(folder.FullName);

        Assert.Empty(file.Threads(Spring));
        Put(new SearchablePost(1, "maya", At, null, "Hello"));
        Assert.Single(Find("hello"));
    }

    [Fact]
    public void Open_Again_KnowsWhatWasRead()
    {
        Put(new SearchablePost(1, "maya", At, null, "Hello"));
        file.Put(Spring, new(Thread, 7, 1, "Title", IsUnanswered: false));
        file.Dispose();

        file = SearchFile.Open(folder.FullName);

        Assert.Equal(7, file.Threads(Spring)[Thread]);
        Assert.Equal(1, file.Pages(Spring, Thread)[1]);
        Assert.Single(Find("hello"));
    }

    public void Dispose()
    {
        file.Dispose();
        folder.Delete(recursive: true);
    }

    private void Put(params SearchablePost[] posts) => file.Put(Spring, Thread, 1, 1, posts);

    private IReadOnlyList<SearchHit> Find(string? words) => file.Find(new(Spring, words, null, null, OnlyUnanswered: false, null, 20));

    private IEnumerable<int> Numbers(SearchQuery query) => file.Find(query).Select(hit => hit.Number);

    private static byte[] ReadShared(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
