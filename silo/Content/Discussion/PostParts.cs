using System.Collections.Immutable;
using System.Text;

namespace CohortCourses.Content.Discussion;

/// <summary>Cuts what is being written where somebody is mentioned. No character stands for the cut, so none that people write can be taken for one.</summary>
internal sealed class PostParts(StringBuilder written)
{
    private readonly ImmutableArray<string>.Builder parts = ImmutableArray.CreateBuilder<string>();
    private readonly ImmutableArray<string>.Builder mentions = ImmutableArray.CreateBuilder<string>();

    public void Cut(string learner)
    {
        Keep();
        mentions.Add(learner);
    }

    public RenderedPost Finish()
    {
        Keep();
        return new(parts.ToImmutable(), mentions.ToImmutable());
    }

    /// <summary>What is no character, typed or as an entity, becomes the sign for one that is missing: some programs take it for the end of the text.</summary>
    private void Keep()
    {
        parts.Add(written.Replace('\uFFFE', '\uFFFD').Replace('\uFFFF', '\uFFFD').Replace('\0', '\uFFFD').ToString());
        written.Clear();
    }
}
