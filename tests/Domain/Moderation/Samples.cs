using CohortCourses.Domain.Moderation;
using NodaTime;

namespace CohortCourses.Tests.Domain.Moderation;

/// <summary>Post p of thread t is Lin's. Amina and Kenji report; Ines and Ravi teach, Maya mentors, Omar organises, Sol is the safety contact.</summary>
internal static class Samples
{
    public static readonly Instant Now = Instant.FromUtc(2026, 2, 10, 12, 0);

    public static readonly CaseSubject Post = CaseSubject.OfPost("t", "p", "lin");

    public static readonly Moderator Ines = new("ines", Standing.Instructor);

    public static readonly Moderator Ravi = new("ravi", Standing.Instructor);

    public static readonly Moderator Maya = new("maya", Standing.Mentor);

    public static readonly Moderator Omar = new("omar", Standing.Organiser);

    public static readonly SafetyDesk Desk = new("sol", "omar");

    public static readonly Case Reported = Case.Begin("c", Post, ReportChannel.Instructors, Of("r1", "amina")).Accepted();

    public static readonly Case HiddenByInes = Reported.Do(Hide("h1", "ines"), seen: 1, othersCanDecide: true).Accepted();

    public static readonly Case Appealed = HiddenByInes.AppealBy("lin", "I was quoting.", Now).Accepted();

    public static Report Of(string id, string? by, ReportReason reason = ReportReason.Hostile, string words = "Please look.") => new(id, by, reason, words, Now);

    public static Act Hide(string id, string by) => new(id, by, ActKind.Hide, Now, "c", "t", "p", "lin", Reason: ReportReason.Hostile, Words: "No insults, please.");

    public static Act On(string id, string by, ActKind kind) => new(id, by, kind, Now, "c", "t", "p", "lin");
}
