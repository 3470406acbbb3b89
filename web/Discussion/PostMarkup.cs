using System.Text.Encodings.Web;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Web.Moderation;
using CohortCourses.Web.Shared;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Html;

namespace CohortCourses.Web.Discussion;

/// <summary>
/// Writes posts as HTML, in one pass and without a view each, since a page shows fifty. The same markup with nothing in it is the template
/// that browsers fill with what comes live.
/// </summary>
internal sealed class PostMarkup(Reader reader, AroundPosts kept, Speakers speakers, ThreadSummary thread, string me)
{
    private readonly PostWords around = kept.Of(reader.Words, $"/c/{thread.Cohort}/discussion/{thread.Thread}");

    private Words Words => reader.Words;

    /// <summary>The number of the first post that the reader has not read, or null.</summary>
    public int? FirstUnread { get; init; }

    public IHtmlContent Write(IReadOnlyCollection<PostToShow> posts) => new Written(this, posts);

    /// <summary>What a browser clones for a post that comes live. Its words are there, its values are not.</summary>
    public IHtmlContent Template() => Write([new(new("", 0, "", default, PostState.Shown, "", null, null, null, 1, []), Body: null)]);

    private void Write(HtmlWriter html, PostToShow shown)
    {
        var post = shown.Post;
        if (post.Number == FirstUnread)
        {
            html.Write("<p class=\"unread-line\" id=\"unread\"><span>"u8);
            html.Write(Encode(Words["thread.new-from-here"]));
            html.Write("</span></p>"u8);
        }

        var isAnswer = post.Id.Length > 0 && post.Id == thread.Answer;
        html.Write("<article class=\"post"u8);
        html.Write(isAnswer ? " answer"u8 : ""u8);
        html.Write(post.By == me && me.Length > 0 ? " own"u8 : ""u8);
        html.Write(post.Text is null ? " gone"u8 : ""u8);
        html.Write("\" id=\"p-"u8);
        html.Write(post.Number);
        html.Write("\" data-post=\""u8);
        html.Write(post.Id);
        html.Write("\" data-number=\""u8);
        html.Write(post.Number);
        html.Write("\" data-by=\""u8);
        html.Write(post.By);
        html.Write("\" aria-labelledby=\"by-"u8);
        html.Write(post.Number);
        html.Write("\">"u8);
        WriteHead(html, post, isAnswer);
        html.Write("<div class=\"post-body\">"u8);
        WriteBody(html, shown);
        html.Write("</div>"u8);
        if (post.Text is not null)
        {
            WriteActions(html, post);
        }

        html.Write("</article>\n"u8);
    }

    private void WriteHead(HtmlWriter html, PostView post, bool isAnswer)
    {
        var (face, name) = around.Of(speakers[post.By]);
        html.Write(face);
        html.Write(post.Number);
        html.Write(name);
        html.Write(post.Number);
        html.Write("\"><time datetime=\""u8);
        html.Write(post.At.UtcDateTime, "s");
        html.Write("Z\">"u8);
        html.Write(post.Number == 0 ? "" : Encode(reader.Dates.Moment(post.At)));
        html.Write("</time></a>"u8);
        if (post.EditedAt is not null)
        {
            html.Write(" <small class=\"edited\">"u8);
            html.Write(Encode(Words["post.edited"]));
            html.Write("</small>"u8);
        }

        if (post.ReplyTo is { } answered)
        {
            html.Write(around.ReplyToFrom);
            html.Write(answered);
            html.Write("#p-"u8);
            html.Write(answered);
            html.Write("\">"u8);
            html.Write(Encode(Words.Get("post.reply-to", ("number", answered))));
            html.Write("</a>"u8);
        }

        if (isAnswer)
        {
            html.Write(" <span class=\"tag good answer-mark\">"u8);
            html.Write(Encode(Words["post.answer"]));
            html.Write("</span>"u8);
        }

        html.Write("</header>"u8);
    }

    private void WriteBody(HtmlWriter html, PostToShow shown)
    {
        var post = shown.Post;
        if (post.Text is null)
        {
            html.Write("<p class=\"small\">"u8);
            html.Write(Encode(Words[post.State == PostState.Withdrawn ? "post.withdrawn" : "post.hidden"]));
            html.Write("</p>"u8);
            return;
        }

        if (post.State is PostState.Hidden or PostState.Awaiting or PostState.Removed)
        {
            html.Write("<p class=\"notice small\">"u8);
            html.Write(Encode(post.State switch
            {
                PostState.Awaiting => Words["post.awaiting"],
                PostState.Removed => Words["post.removed"],
                _ => Words.Get("post.hidden-because", ("reason", Words.HiddenReason(post.Reason))),
            }));
            html.Write("</p>"u8);
        }

        shown.Body?.WriteTo(html, speakers, Words, me);
    }

    private void WriteActions(HtmlWriter html, PostView post)
    {
        html.Write("<footer class=\"reactions\">"u8);
        foreach (var (kind, off, on) in around.Buttons)
        {
            var (isMine, count) = (false, 0);
            foreach (var reaction in post.Reactions)
            {
                if (reaction.Kind == kind)
                {
                    (isMine, count) = (reaction.By.Contains(me, StringComparer.Ordinal), reaction.By.Length);
                }
            }

            html.Write("<button name=\"react\" value=\""u8);
            html.Write(post.Id);
            html.Write(isMine ? on : off);
            if (count > 0)
            {
                html.Write(count.ToString(Words.Culture));
            }

            html.Write("</span></button>"u8);
        }

        html.Write(around.ReplyFrom);
        html.Write(post.Number);
        html.Write(around.ReplyTo);
        html.Write(post.Id);
        html.Write("\" aria-label=\""u8);
        html.Write(around.MoreOf[0]);
        foreach (var rest in around.MoreOf.AsSpan(1))
        {
            html.Write(post.Number);
            html.Write(rest);
        }

        html.Write(around.More);
    }

    private static string Encode(string text) => WordingHtml.Encoder.Encode(text);

    /// <summary>Posts that are written where they stand, when it is their turn.</summary>
    private sealed class Written(PostMarkup markup, IReadOnlyCollection<PostToShow> posts) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            if (writer is not HtmlWriter html)
            {
                using var own = new HtmlWriter();
                WriteTo(own, encoder);
                writer.Write(own.ToString());
                return;
            }

            foreach (var post in posts)
            {
                markup.Write(html, post);
            }
        }
    }
}
