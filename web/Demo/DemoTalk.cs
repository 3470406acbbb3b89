using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Contracts.Moderation;

namespace CohortCourses.Web.Demo;

/// <summary>
/// Reads what a cohort of the demo says. <c>== week kind title</c> begins a thread and <c>-- days who</c> a post, <c>> n</c> behind it the post
/// that it answers; lines with <c>~</c> tell what others do with it a little later; the rest is its text. Ids come from where a thing stands,
/// so that done twice it is done once.
/// </summary>
internal sealed class DemoTalk
{
    private readonly string cohort;
    private readonly List<DemoTurn> turns = [];
    private readonly List<string> text = [];
    private (int Number, int Week, string Kind, string Title, string? By) thread;
    private (int Number, double Days, string By, int? ReplyTo) post;

    private DemoTalk(string cohort) => this.cohort = cohort;

    /// <summary>All that happens, in order; nothing for a cohort that has not met.</summary>
    public static IReadOnlyList<DemoTurn> Of(string cohort)
    {
        using var stream = typeof(DemoTalk).Assembly.GetManifestResourceStream($"talk/{cohort}.txt");
        return stream is null ? [] : Read(cohort, new StreamReader(stream).ReadToEnd());
    }

    public static IReadOnlyList<DemoTurn> Read(string cohort, string script)
    {
        var talk = new DemoTalk(cohort);
        foreach (var line in script.Split('\n'))
        {
            talk.Take(line);
        }

        talk.Say();
        return [.. talk.turns.OrderBy(turn => turn.Days)];
    }

    private void Take(string line)
    {
        switch (line.Split(' ', 2))
        {
            case ["==", var head]:
                Say();
                var parts = head.Split(' ', 3);
                thread = (thread.Number + 1, int.Parse(parts[0], CultureInfo.InvariantCulture), parts[1], parts[2], null);
                post = default;
                break;
            case ["--", var head]:
                Say();
                var (said, reply) = head.Split(" > ") is [var before, var to] ? (before, int.Parse(to, CultureInfo.InvariantCulture)) : (head, (int?)null);
                var who = said.Split(' ', 2);
                post = (post.Number + 1, double.Parse(who[0], CultureInfo.InvariantCulture), who[1], reply);
                thread.By ??= post.By;
                break;
            case ["~", var note]:
                Note(note.Split(' ', 2)[0], note.Split(' ', 2)[1].Split(" | "));
                break;
            default:
                text.Add(line);
                break;
        }
    }

    private void Say()
    {
        var (body, head, said) = (string.Join('\n', text).Trim(), thread, post);
        text.Clear();
        if (body.Length == 0)
        {
            return;
        }

        var (id, replyTo) = (IdOf(said.Number), said.ReplyTo is { } answered ? IdOf(answered) : null);
        var threadId = IdOf(1);
        var (kind, audience) = head.Kind == "private" ? (ThreadKind.Question, Audience.Instructors) : (Enum.Parse<ThreadKind>(head.Kind, ignoreCase: true), Audience.Cohort);
        turns.Add(new(said.Days, said.By, said.Number == 1
            ? who => who.Voice.Start(new(threadId, head.Week, head.Title, kind, audience, new(id, who.Naming(body))))
            : async who => (await who.Voice.Post(threadId, new(id, who.Naming(body), replyTo))).Outcome));
    }

    private void Note(string what, string[] details)
    {
        var (threadId, id, days) = (IdOf(1), IdOf(post.Number), post.Days);
        switch (what)
        {
            case "pin":
                var pin = IdOf(post.Number, what);
                Then(0.005, who => who.Moderation.Act(new(pin, ActKind.Pin, Thread: threadId), who.AsInstructor));
                break;
            case "answer":
                Then(0.15, who => who.Voice.MarkAnswer(threadId, id));
                break;
            case "publish":
                Then(0.1, who => who.Voice.AllowPublishing(threadId, agreed: true));
                break;
            case "report":
                var report = IdOf(post.Number, what);
                Then(0.12, who => who.Moderation.Report(new(report, who.Learner, ReportChannel.Instructors, Reason(), details[2], threadId, id)));
                break;
            case "hide":
                var hide = IdOf(post.Number, what);
                Then(0.3, who => who.Moderation.Act(new(hide, ActKind.Hide, Thread: threadId, Post: id, Reason: Reason(), Words: details[2]), who.AsInstructor));
                break;
            case "appeal":
                var appealed = IdOf(post.Number, "report");
                Then(0.6, who => who.Moderation.Appeal(appealed, who.Learner, details[1]));
                break;
            default:
                var kind = Enum.Parse<ReactionKind>(what.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
                foreach (var (place, by) in details[0].Split(", ").Index())
                {
                    turns.Add(new(days + (0.02 * (place + 1)), by, who => who.Voice.React(threadId, id, kind, on: true)));
                }

                break;
        }

        void Then(double later, Func<DemoSpeaker, Task<Contracts.Outcome>> act) => turns.Add(new(days + later, details[0], act));

        ReportReason Reason() => Enum.Parse<ReportReason>(details[1], ignoreCase: true);
    }

    /// <summary>The same id for the same thing, every time.</summary>
    public static string Id(string of) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(of))[..16]).ToString();

    private string IdOf(int number, string what = "post") => Id(string.Create(CultureInfo.InvariantCulture, $"{cohort}/{thread.Number}/{number}/{what}"));
}
