using System.Collections.Immutable;
using NodaTime;

namespace CohortCourses.Domain.Moderation;

/// <summary>A question in the discussion, and when it was first answered by somebody else than who asked.</summary>
public sealed record Question(string Thread, Instant AskedAt, Instant? FirstAnswerAt, string Author);

/// <summary>Nobody who asks should wait long.</summary>
public static class Questions
{
    /// <summary>After this long a question stands on the desk.</summary>
    public static readonly Duration Overdue = Duration.FromHours(24);

    /// <summary>After this long a mentor is asked by name.</summary>
    public static readonly Duration Urgent = Duration.FromHours(48);

    public static bool IsOverdue(this Question question, Instant now) => question.FirstAnswerAt is null && now - question.AskedAt >= Overdue;

    /// <summary>How long people waited for a first answer, in the middle; null if there was none yet.</summary>
    public static Duration? MedianWait(IEnumerable<Question> questions)
    {
        var waits = questions.Where(question => question.FirstAnswerAt is not null).Select(question => question.FirstAnswerAt!.Value - question.AskedAt).Order().ToArray();
        return waits.Length == 0 ? null
            : waits.Length % 2 == 1 ? waits[waits.Length / 2]
            : (waits[(waits.Length / 2) - 1] + waits[waits.Length / 2]) / 2;
    }

    /// <summary>
    /// Asks a mentor for each question that waited too long and has none: the one who was asked the least, and never who asked it. Who was asked
    /// stays asked until the question is answered; a mentor who left is replaced.
    /// </summary>
    /// <param name="mentors">In an order that stays the same.</param>
    public static ImmutableList<AskedMentor> Ask(ImmutableList<AskedMentor> asked, IEnumerable<Question> questions, ImmutableArray<string> mentors, Instant now)
    {
        var urgent = questions.Where(question => question.FirstAnswerAt is null && now - question.AskedAt >= Urgent).OrderBy(question => question.AskedAt).ToArray();
        var standing = asked.RemoveAll(one => !mentors.Contains(one.Mentor) || urgent.All(question => question.Thread != one.Thread));
        foreach (var question in urgent.Where(question => asked.All(one => one.Thread != question.Thread || !mentors.Contains(one.Mentor))))
        {
            var free = mentors.Where(mentor => mentor != question.Author).ToArray();
            if (free.Length > 0 && standing.Count < ModerationBook.MostAsked)
            {
                standing = standing.Add(new(question.Thread, free.MinBy(mentor => standing.Count(one => one.Mentor == mentor))!, now));
            }
        }

        return standing.SequenceEqual(asked) ? asked : standing;
    }
}

/// <summary>A conversation that goes too fast to be kind: many posts within the hour, or several reports within the day.</summary>
public static class Heat
{
    public const int PostsInAnHour = 12;

    public const int ReportsInADay = 2;

    public static bool IsHot(int postsInTheLastHour, int reportsInTheLastDay) =>
        postsInTheLastHour >= PostsInAnHour || reportsInTheLastDay >= ReportsInADay;
}

/// <summary>Somebody who has not been seen for a week while the course went on. Whoever paused is resting.</summary>
public static class Quiet
{
    public static readonly Duration After = Duration.FromDays(7);

    /// <summary>Whoever is quiet is written to at most this often, whoever writes.</summary>
    public static readonly Duration BetweenLetters = Duration.FromDays(7);

    public static bool IsQuiet(Instant lastSeen, Instant courseBegan, Instant now) => now - Instant.Max(lastSeen, courseBegan) >= After;
}
