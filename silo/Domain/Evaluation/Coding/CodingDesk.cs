using System.Collections.Immutable;
using NodaTime;

namespace CohortCourses.Domain.Evaluation;

/// <summary>One person's reading of the answers to one question.</summary>
/// <param name="Done">Since when they say that they are done; null while they read.</param>
public sealed record Coding(string Form, string Question, string Coder, Instant? Done)
{
    public string About => $"{Form}/{Question}";
}

/// <summary>Who codes which question. Coders read apart from each other: what one coded is shown to another only once both are done.</summary>
public sealed record CodingDesk(ImmutableList<Coding> Codings)
{
    public const int MostCoders = 6;

    public const int MostCodings = 600;

    public static readonly CodingDesk Empty = new([]);

    public Coding? Find(string form, string question, string coder) =>
        Codings.Find(coding => coding.Form == form && coding.Question == question && coding.Coder == coder);

    /// <summary>Whether somebody may see what somebody coded.</summary>
    public bool MaySee(string form, string question, string reader, string coder) =>
        reader == coder || (Find(form, question, reader) is { Done: not null } && Find(form, question, coder) is { Done: not null });

    /// <summary>Lets somebody begin. Twice is once.</summary>
    public Decision<CodingDesk> Begin(string form, string question, string coder) =>
        Find(form, question, coder) is not null ? Decision.Unchanged(this)
        : Of(form, question).Count() >= MostCoders || Codings.Count >= MostCodings ? CodeRejections.TooManyCoders
        : this with { Codings = Codings.Add(new(form, question, coder, Done: null)) };

    /// <summary>Whether a coder may still change what they coded.</summary>
    public Rejection? MayCode(string form, string question, string coder) => Find(form, question, coder) is { Done: not null } ? CodeRejections.Done : null;

    public Decision<CodingDesk> SayDone(string form, string question, string coder, Instant now) =>
        Find(form, question, coder) is not { } coding ? CodeRejections.UnknownText
        : coding.Done is not null ? Decision.Unchanged(this)
        : With(coding, coding with { Done = now });

    /// <summary>Goes on reading. Not once another is done as well: from then on each may have seen the other's.</summary>
    public Decision<CodingDesk> GoOn(string form, string question, string coder) =>
        Find(form, question, coder) is not { Done: not null } coding ? Decision.Unchanged(this)
        : Of(form, question).Any(other => other.Coder != coder && other.Done is not null) ? CodeRejections.BothDone
        : With(coding, coding with { Done = null });

    private IEnumerable<Coding> Of(string form, string question) => Codings.Where(coding => coding.Form == form && coding.Question == question);

    private CodingDesk With(Coding before, Coding after) => this with { Codings = Codings.Replace(before, after) };
}
