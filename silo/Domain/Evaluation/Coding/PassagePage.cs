using System.Collections.Immutable;

namespace CohortCourses.Domain.Evaluation;

/// <summary>Some of the passages that a coder coded. A full page takes no more.</summary>
public sealed record PassagePage(ImmutableList<Passage> Passages)
{
    public const int MostPassages = 250;

    public static readonly PassagePage Empty = new([]);

    public bool IsFull => Passages.Count >= MostPassages;

    public Passage? Find(string id) => Passages.Find(passage => passage.Id == id);

    /// <summary>Codes a passage. The same id twice is one, and the same part of a text under the same code as well.</summary>
    public Decision<PassagePage> Code(Passage passage) =>
        Passages.Exists(known => known.Id == passage.Id || known with { Id = passage.Id, MayQuote = passage.MayQuote } == passage) ? Decision.Unchanged(this)
        : !passage.IsWhole ? CodeRejections.Range
        : IsFull ? CodeRejections.CodingFull
        : this with { Passages = Passages.Add(passage) };

    public Decision<PassagePage> Uncode(string id) => Find(id) is null ? Decision.Unchanged(this) : this with { Passages = Passages.RemoveAll(passage => passage.Id == id) };

    /// <summary>Changes the code of a passage, or whether it may be quoted.</summary>
    public Decision<PassagePage> Change(string id, string? code, bool? mayQuote)
    {
        var place = Passages.FindIndex(passage => passage.Id == id);
        if (place < 0)
        {
            return CodeRejections.UnknownPassage;
        }

        var passage = Passages[place];
        var changed = passage with { Code = code ?? passage.Code, MayQuote = mayQuote ?? passage.MayQuote };
        return changed == passage ? Decision.Unchanged(this) : this with { Passages = Passages.SetItem(place, changed) };
    }

    /// <summary>Forgets a text: its author is gone, or does not agree any more.</summary>
    public Decision<PassagePage> Forget(string text) =>
        Passages.Exists(passage => passage.Text == text) ? this with { Passages = Passages.RemoveAll(passage => passage.Text == text) } : Decision.Unchanged(this);
}
