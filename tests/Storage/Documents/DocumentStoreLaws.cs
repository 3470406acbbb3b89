using System.Globalization;
using CohortCourses.Storage;
using FsCheck;
using FsCheck.Fluent;

namespace CohortCourses.Tests.Storage.Documents;

/// <summary>Any history of writes, deletions, reads and lists answers like a dictionary would.</summary>
public abstract class DocumentStoreLaws(IDocumentStore store)
{
    private static readonly Gen<Step> Steps =
        from act in Gen.Elements(Act.Write, Act.Write, Act.Delete, Act.Read, Act.List)
        from key in Gen.Elements("a", "b", "ü", "b/c")
        from tag in Gen.Elements(Tag.Current, Tag.Current, Tag.Former, Tag.None, Tag.Foreign)
        select new Step(act, key, tag);

    private int histories;

    private enum Act
    {
        Write,
        Delete,
        Read,
        List,
    }

    private enum Tag
    {
        Current,
        Former,
        None,
        Foreign,
    }

    [Fact]
    public void AnyHistory_AnswersLikeADictionary() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(150).WithReplay(20_210_201, 1).WithQuietOnSuccess(true),
        Prop.ForAll(Arb.From(Gen.SelectMany(Gen.Choose(1, 40), length => Gen.ArrayOf(Steps, length)), Shorter), Follow));

    // Every history has a kind of its own, so one store serves them all.
    private async Task Follow(Step[] history)
    {
        var kind = string.Create(CultureInfo.InvariantCulture, $"kind-{Interlocked.Increment(ref histories)}");
        var model = new Model();
        foreach (var step in history)
        {
            await (step.Act switch
            {
                Act.Write => Write(kind, step.Key, model.Choose(step), model),
                Act.Delete => Delete(kind, step.Key, model.Choose(step), model),
                Act.Read => Read(kind, step.Key, model),
                _ => List(kind, model),
            });
        }
    }

    private async Task Write(string kind, string key, string? tag, Model model)
    {
        var write = store.WriteAsync(kind, key, (byte[])[++model.Writes], tag);
        if (tag == model.Current(key))
        {
            model.Former[key] = tag;
            model.Stored[key] = (await write, model.Writes);
        }
        else
        {
            await AssertStale(write, tag, model.Current(key));
        }
    }

    private async Task Delete(string kind, string key, string? tag, Model model)
    {
        var deletion = store.DeleteAsync(kind, key, tag);
        if (model.Current(key) is not { } current)
        {
            await deletion;
        }
        else if (tag == current)
        {
            await deletion;
            model.Former[key] = tag;
            model.Stored.Remove(key);
        }
        else
        {
            await AssertStale(deletion, tag, current);
        }
    }

    private async Task Read(string kind, string key, Model model)
    {
        (string, byte)? expected = model.Stored.TryGetValue(key, out var stored) ? stored : null;
        (string, byte)? read = await store.ReadAsync(kind, key) is { } document ? (document.ETag, document.Body.Span[0]) : null;
        Assert.Equal(expected, read);
    }

    private async Task List(string kind, Model model) => Assert.Equal(
        model.Stored.Select(entry => (entry.Key, entry.Value.Tag, entry.Value.Body)),
        (await store.ListAsync(kind).ToListAsync()).Select(document => (document.Key, document.ETag, document.Body.Span[0])));

    private static async Task AssertStale(Task write, string? expected, string? stored)
    {
        var stale = await Assert.ThrowsAsync<StaleDocumentException>(() => write);
        Assert.Equal((expected, stored), (stale.Expected, stale.Stored));
    }

    private static IEnumerable<Step[]> Shorter(Step[] history)
    {
        for (var left = 0; left < history.Length; left++)
        {
            yield return [.. history[..left], .. history[(left + 1)..]];
        }
    }

    private sealed record Step(Act Act, string Key, Tag Tag);

    private sealed class Model
    {
        public SortedDictionary<string, (string Tag, byte Body)> Stored { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, string?> Former { get; } = new(StringComparer.Ordinal);

        public byte Writes { get; set; }

        public string? Current(string key) => Stored.TryGetValue(key, out var stored) ? stored.Tag : null;

        public string? Choose(Step step) => step.Tag switch
        {
            Tag.Current => Current(step.Key),
            Tag.Former => Former.GetValueOrDefault(step.Key),
            Tag.None => null,
            _ => "foreign",
        };
    }
}
