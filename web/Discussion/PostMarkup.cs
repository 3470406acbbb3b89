using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using CohortCourses.Content.Discussion;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Web.Cohorts;
using CohortCourses.Web.Moderation;
using CohortCourses.Web.Shared;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Html;

namespace CohortCourses.Web.Discussion;

/// <summary>
/// Writes posts as HTML, in one pass and without a view each, since a page shows fifty. The same markup with nothing in it is the template
/// that browsers fill with what comes live.
/// </summary>
public sealed class PostMarkup(Reader reader, PostBodies bodies, Speakers speakers, ThreadSummary thread, string me)
{
    private readonly StringBuilder html = new(4 * 1024);
    private readonly string address = $"/c/{thread.Cohort}/discussion/{thread.Thread}";

    private PostWords? around;

    private Words Words => reader.Words;

    private PostWords Around => around ??= new(Words, address);

    /// <summary>The number of the first post that the reader has not read, or null.</summary>
    public int? FirstUnread { get; init; }

    public IHtmlContent Write(IReadOnlyCollection<PostView> posts) => new Written(posts.Select(post =>
    {
        html.Clear();
        if (post.Number == FirstUnread)
        {
            html.Append("<p class=\"unread-line\" id=\"unread\"><span>").Append(Encode(Words["thread.new-from-here"])).Append("</span></p>");
        }

        Write(post);
        return html;
    }));

    /// <summary>What a browser clones for a post that comes live. Its words are there, its values are not.</summary>
    public IHtmlContent Template() => Write([new PostView("", 0, "", default, PostState.Shown, "", null, null, null, 1, [])]);

    private void Write(PostView post)
    {
        var isAnswer = post.Id.Length > 0 && post.Id == thread.Answer;
        var number = post.Number.ToString(CultureInfo.InvariantCulture);
        html.Append("<article class=\"post").Append(isAnswer ? " answer" : "").Append(post.By == me && me.Length > 0 ? " own" : "")
            .Append(post.Text is null ? " gone" : "").Append("\" id=\"p-").Append(number).Append("\" data-post=\"").Append(post.Id)
            .Append("\" data-number=\"").Append(number).Append("\" data-by=\"").Append(post.By).Append("\" aria-labelledby=\"by-").Append(number).Append("\">");
        var (face, name) = Around.Of(speakers[post.By]);
        html.Append(face).Append(number).Append(name).Append(number)
            .Append("\"><time datetime=\"").Append(CultureInfo.InvariantCulture, $"{post.At.UtcDateTime:s}Z").Append("\">")
            .Append(post.Number == 0 ? "" : Encode(reader.Dates.Moment(post.At))).Append("</time></a>");
        WriteEdited(post);
        WriteReplyTo(post);
        html.Append(isAnswer ? $" <span class=\"tag good answer-mark\">{Encode(Words["post.answer"])}</span>" : "").Append("</header><div class=\"post-body\">");
        WriteBody(post);
        html.Append("</div>");
        if (post.Text is not null)
        {
            WriteActions(post);
        }

        html.Append("</article>\n");
    }

    private void WriteEdited(PostView post)
    {
        if (post.EditedAt is not null)
        {
            html.Append(" <small class=\"edited\">").Append(Encode(Words["post.edited"])).Append("</small>");
        }
    }

    private void WriteReplyTo(PostView post)
    {
        if (post.ReplyTo is { } answered)
        {
            html.Append(" <a class=\"small reply-to\" href=\"").Append(address).Append("?at=").Append(answered).Append("#p-").Append(answered).Append("\">")
                .Append(Encode(Words.Get("post.reply-to", ("number", answered)))).Append("</a>");
        }
    }

    private void WriteBody(PostView post)
    {
        if (post.Text is null)
        {
            html.Append("<p class=\"small\">").Append(Encode(Words[post.State == PostState.Withdrawn ? "post.withdrawn" : "post.hidden"])).Append("</p>");
            return;
        }

        if (post.State is PostState.Hidden or PostState.Awaiting or PostState.Removed)
        {
            html.Append("<p class=\"notice small\">").Append(Encode(post.State switch
            {
                PostState.Awaiting => Words["post.awaiting"],
                PostState.Removed => Words["post.removed"],
                _ => Words.Get("post.hidden-because", ("reason", Words.HiddenReason(post.Reason))),
            })).Append("</p>");
        }

        if (post.Id.Length > 0)
        {
            html.Append(Body(post));
        }
    }

    /// <summary>The text with the names that people go by now.</summary>
    public string Body(PostView post) => Body(bodies.Of(post), speakers, Words, me);

    public static string Body(RenderedPost body, Speakers speakers, Words words, string me)
    {
        if (body.Mentions.IsEmpty)
        {
            return body.Parts[0];
        }

        var filled = new StringBuilder(body.Parts[0]);
        foreach (var (place, learner) in body.Mentions.Index())
        {
            filled.Append("<span class=\"mention").Append(learner == me ? " me" : "").Append("\" data-who=\"").Append(Encode(learner)).Append("\">@<bdi>")
                .Append(Encode(speakers[learner].Name(words))).Append("</bdi></span>").Append(body.Parts[place + 1]);
        }

        return filled.ToString();
    }

    private void WriteActions(PostView post)
    {
        html.Append("<footer class=\"reactions\">");
        foreach (var (kind, off, on) in Around.Buttons)
        {
            var (isMine, count) = (false, 0);
            foreach (var reaction in post.Reactions)
            {
                if (reaction.Kind == kind)
                {
                    (isMine, count) = (reaction.By.Contains(me, StringComparer.Ordinal), reaction.By.Length);
                }
            }

            html.Append("<button name=\"react\" value=\"").Append(post.Id).Append(isMine ? on : off);
            if (count > 0)
            {
                html.Append(Words.Culture, $"{count}");
            }

            html.Append("</span></button>");
        }

        html.Append(Around.ReplyFrom).Append(post.Number).Append(Around.ReplyTo).Append(post.Id).Append("\" aria-label=\"").AppendJoin(post.Number.ToString(CultureInfo.InvariantCulture), Around.MoreOf).Append(Around.More);
    }

    private static string Encode(string text) => WordingHtml.Encoder.Encode(text);

    /// <summary>Hands the posts to the page one by one: all of them as one text would be too large for the runtime to throw away cheaply.</summary>
    private sealed class Written(IEnumerable<StringBuilder> posts) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            foreach (var post in posts)
            {
                writer.Write(post);
            }
        }
    }
}
