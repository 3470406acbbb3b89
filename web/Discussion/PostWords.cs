using System.Collections.Concurrent;
using System.Text;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Web.Cohorts;
using CohortCourses.Web.Shared;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Discussion;

/// <summary>What stands around every post of a thread in one language, escaped and put together once: a page shows fifty.</summary>
internal sealed class PostWords(Words words, string address)
{
    /// <summary>How many are kept, under the names that they have had; then it begins anew.</summary>
    private const int MostSpeakers = 1024;

    private const string Number = "\uE000";

    private static readonly ReactionKind[] Kinds = Enum.GetValues<ReactionKind>();

    private readonly ConcurrentDictionary<Speaker, (byte[] Face, byte[] Name)> speakers = new();

    /// <summary>The buttons: how one begins, up to its count, where the reader has not pressed it and where they have.</summary>
    public (ReactionKind Kind, byte[] Off, byte[] On)[] Buttons { get; } = [.. Kinds.Select(kind => (kind, Button(words, kind, isMine: false), Button(words, kind, isMine: true)))];

    /// <summary>The link to the post that one answers, up to its number.</summary>
    public byte[] ReplyToFrom { get; } = Utf8($" <a class=\"small reply-to\" href=\"{address}?at=");

    public byte[] ReplyFrom { get; } = Utf8($"<a class=\"quiet\" data-to=\"reply\" href=\"{address}?reply=");

    public byte[] ReplyTo { get; } = Utf8($"#reply\">{Encode(words["post.reply"])}</a><a class=\"quiet\" data-to=\"more\" href=\"{address}/");

    /// <summary>What the link to more says, before the post's number and after it.</summary>
    public byte[][] MoreOf { get; } = [.. Encode(words.Get("post.more-of", ("number", Number))).Split(Encode(Number)).Select(Utf8)];

    public byte[] More { get; } = Utf8($"\">{Encode(words["post.more"])}</a></footer>");

    /// <summary>Who wrote it: up to the post's number, and from there to its number again.</summary>
    public (byte[] Face, byte[] Name) Of(Speaker speaker)
    {
        if (!speakers.TryGetValue(speaker, out var known))
        {
            if (speakers.Count >= MostSpeakers)
            {
                speakers.Clear();
            }

            var role = speaker.Role is Contracts.Cohorts.CohortRole.Participant ? "" : $"<span class=\"tag role\">{Encode(words.Role(speaker.Role))}</span> ";
            speakers[speaker] = known = (
                Utf8($"<span class=\"face\" aria-hidden=\"true\">{Encode(speaker.Initial)}</span><header class=\"who\" id=\"by-"),
                Utf8($"\"><strong class=\"name\"><bdi>{Encode(speaker.Name(words))}</bdi></strong> {role}<a class=\"when\" href=\"#p-"));
        }

        return known;
    }

    private static byte[] Button(Words words, ReactionKind kind, bool isMine)
    {
        var name = Reactions.NameOf(kind);
        return Utf8($"/{name}/{(isMine ? "off" : "on")}\" data-kind=\"{name}\" aria-pressed=\"{(isMine ? "true" : "false")}\">{Encode(words[$"react.{name}"])} <span class=\"count\">");
    }

    private static byte[] Utf8(string html) => Encoding.UTF8.GetBytes(html);

    private static string Encode(string text) => WordingHtml.Encoder.Encode(text);
}
