using CohortCourses.Domain.Evaluation;
using FsCheck;
using FsCheck.Fluent;

namespace CohortCourses.Tests.Domain.Evaluation;

public sealed class CodebookLaws
{
    private static readonly string[] Ids = ["a", "b", "c", "d", "e"];

    private static readonly Gen<(string Do, string Id, string Other, int Seen)> Steps =
        from act in Gen.Elements("add", "add", "merge", "merge", "split", "unmerge", "edit", "hang")
        from id in Gen.Elements(Ids)
        from other in Gen.Elements(Ids)
        from seen in Gen.Choose(1, 4)
        select (act, id, other, seen);

    [Fact]
    public void EveryPassage_AfterAnyHistory_IsFoundUnderOneCodeThatStands() => Law.HoldsThrough(Steps, history =>
    {
        var book = Codebook.Empty;
        var passages = new List<Passage>();
        foreach (var step in history)
        {
            book = Do(book, step).Or(book);
            foreach (var code in book.Standing.Where(code => passages.All(passage => passage.Code != code.Id)))
            {
                passages.Add(new($"p{passages.Count}", "text", code.Id, passages.Count, passages.Count + 1, MayQuote: false));
            }

            Assert.All(passages, passage => Assert.True(book.Resolve(passage.Code)?.Stands, $"{passage.Code} is lost."));
            Assert.Distinct(book.Standing.Select(code => code.Name));
            Assert.All(book.Standing, code => Assert.True(Depth(book, code) <= book.Codes.Count, "A code is a part of itself."));
        }
    });

    [Fact]
    public void Merging_KeepsTogetherWhatWasTogether_AndTakingItBackTellsItApartAgain() => Law.HoldsThrough(Steps, history =>
    {
        var book = history.Aggregate(Codebook.Empty, (known, step) => Do(known, step).Or(known));
        foreach (var code in book.Standing.ToList())
        {
            foreach (var into in book.Standing.Where(other => other.Id != code.Id))
            {
                var merged = book.Merge(code.Id, into.Id, code.Version).Accepted();

                Assert.All(book.Codes, one => Assert.Equal(
                    book.Resolve(one.Id)!.Id == code.Id ? into.Id : book.Resolve(one.Id)!.Id,
                    merged.Resolve(one.Id)!.Id));
                var back = merged.Unmerge(code.Id).Accepted();
                Assert.All(book.Codes, one => Assert.Equal(book.Resolve(one.Id)!.Id, back.Resolve(one.Id)!.Id));
            }
        }
    });

    [Fact]
    public void Splitting_LeavesEveryPassageWhereItWas() => Law.HoldsThrough(Steps, history =>
    {
        var book = history.Aggregate(Codebook.Empty, (known, step) => Do(known, step).Or(known));
        foreach (var code in book.Standing.Take(3).ToList())
        {
            var split = book.Split(code.Id, "eva", [("new-1", "New one"), ("new-2", "New two")], code.Version).Accepted();

            Assert.All(book.Codes, one => Assert.Equal(book.Resolve(one.Id)!.Id, split.Resolve(one.Id)!.Id));
            Assert.Equal([code.Id, code.Id], new[] { "new-1", "new-2" }.Select(part => split.Find(part)!.Parent));
            split.Split(code.Id, "eva", [("new-1", "New one"), ("new-2", "New two")], code.Version).Unchanged();
        }
    });

    /// <summary>Two evaluators, each with a page that may be old: nobody writes over what they have not read.</summary>
    [Fact]
    public void Edits_OfTwoAtOnce_InAnyOrder_LoseNothing() => Law.HoldsThrough(
        from who in Gen.Choose(0, 1)
        from looks in Gen.Elements(true, false)
        select (who, looks),
        history =>
        {
            var book = Codebook.Empty.Add("a", "eva", new("First", "", null, null)).Accepted();
            var seen = new[] { book.Find("a")!, book.Find("a")! };
            for (var step = 0; step < history.Length; step++)
            {
                var (who, looks) = history[step];
                var before = book.Find("a")!;
                if (looks)
                {
                    seen[who] = before;
                    continue;
                }

                var decision = book.Edit("a", new($"Name {step}", $"By {who}", null, null), seen[who].Version);
                Assert.Equal(seen[who] == before, decision.Rejection is null);
                book = decision.Or(book);
                Assert.Equal(decision.Rejection is null ? $"Name {step}" : before.Name, book.Find("a")!.Name);
            }
        });

    private static CohortCourses.Domain.Decision<Codebook> Do(Codebook book, (string Do, string Id, string Other, int Seen) step)
    {
        var seen = step.Seen == 4 ? step.Seen : book.Find(step.Id)?.Version ?? 1;
        return step.Do switch
        {
            "add" => book.Add(step.Id, "eva", new($"Code {step.Id}", "", book.Find(step.Other) is null ? null : step.Other, null)),
            "merge" => book.Merge(step.Id, step.Other, seen),
            "split" => book.Split(step.Id, "eva", [($"{step.Id}1", $"{step.Id} one"), ($"{step.Id}2", $"{step.Id} two")], seen),
            "unmerge" => book.Unmerge(step.Id),
            "hang" => book.Edit(step.Id, new($"Code {step.Id}", "", step.Other, null), seen),
            _ => book.Edit(step.Id, new($"Code {step.Other}", "When to use it.", null, 3), seen),
        };
    }

    private static int Depth(Codebook book, Code code)
    {
        var depth = 0;
        for (var above = code.Parent; above is not null && depth <= book.Codes.Count; above = book.Find(above)?.Parent)
        {
            depth++;
        }

        return depth;
    }
}
