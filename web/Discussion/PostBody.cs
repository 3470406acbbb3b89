using CohortCourses.Content.Discussion;
using CohortCourses.Web.Shared;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Discussion;

/// <summary>A post's text as HTML. The names of people stay out of it until somebody reads it.</summary>
public sealed class PostBody(RenderedPost rendered)
{
    private readonly HtmlBytes[] parts = [.. rendered.Parts.Select(part => new HtmlBytes(part))];

    /// <summary>The learners that it names.</summary>
    public IReadOnlyList<string> Mentions { get; } = rendered.Mentions;

    /// <summary>How many bytes it keeps.</summary>
    public int Size => parts.Sum(part => part.Span.Length);

    /// <summary>Writes it with the names that people go by now.</summary>
    /// <param name="me">Who reads; empty for everybody.</param>
    public void WriteTo(HtmlWriter html, Speakers speakers, Words words, string me)
    {
        html.Write(parts[0].Span);
        for (var place = 0; place < Mentions.Count; place++)
        {
            var learner = Mentions[place];
            html.Write("<span class=\"mention"u8);
            html.Write(learner == me ? " me"u8 : ""u8);
            html.Write("\" data-who=\""u8);
            html.Write(WordingHtml.Encoder.Encode(learner));
            html.Write("\">@<bdi>"u8);
            html.Write(WordingHtml.Encoder.Encode(speakers[learner].Name(words)));
            html.Write("</bdi></span>"u8);
            html.Write(parts[place + 1].Span);
        }
    }

    /// <summary>The same by itself.</summary>
    public string ToHtml(Speakers speakers, Words words, string me)
    {
        using var html = new HtmlWriter();
        WriteTo(html, speakers, words, me);
        return html.ToString();
    }
}

/// <summary>A post and its text; null if whoever reads may not read that.</summary>
public readonly record struct PostToShow(Contracts.Discussion.PostView Post, PostBody? Body);
