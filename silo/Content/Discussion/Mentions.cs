using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax.Inlines;

namespace CohortCourses.Content.Discussion;

/// <summary>Somebody who is named in a post, by learner id.</summary>
internal sealed class MentionInline(string learner) : LeafInline
{
    public string Learner => learner;
}

/// <summary>Reads <c>@{learner id}</c>.</summary>
internal sealed class Mentions : InlineParser, IMarkdownExtension
{
    private const int LongestId = 64;

    public Mentions() => OpeningCharacters = ['@'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar() != '{')
        {
            return false;
        }

        var end = slice.Start + 2;
        while (end <= slice.End && end - slice.Start - 2 <= LongestId && (char.IsAsciiLetterOrDigit(slice.Text[end]) || slice.Text[end] is '-' or '_'))
        {
            end++;
        }

        if (end > slice.End || slice.Text[end] != '}' || end == slice.Start + 2)
        {
            return false;
        }

        processor.Inline = new MentionInline(slice.Text[(slice.Start + 2)..end]);
        slice.Start = end + 1;
        return true;
    }

    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.Insert(0, this);

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }
}
