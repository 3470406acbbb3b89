namespace CohortCourses.Domain.Moderation;

/// <summary>What a moderator is in the cohort of a case.</summary>
[Flags]
public enum Standing
{
    None = 0,
    Mentor = 1,
    Instructor = 2,
    Organiser = 4,
}

/// <summary>Somebody who looks after a cohort's conversation.</summary>
public sealed record Moderator(string Learner, Standing Standing)
{
    public bool IsStaff => (Standing & (Standing.Instructor | Standing.Organiser)) != Standing.None;

    public bool IsOrganiser => Standing.HasFlag(Standing.Organiser);

    /// <summary>In the case of a report that went to them in confidence somebody may do what an instructor may, whatever they are else.</summary>
    public Moderator Entrusted(ReportChannel channel) => channel == ReportChannel.SafetyContact ? this with { Standing = Standing | Standing.Instructor } : this;

    /// <summary>Mentors pin, let first posts through, and write to who has gone quiet; everything else is for who runs the cohort.</summary>
    public bool May(ActKind kind) => IsStaff || (Standing.HasFlag(Standing.Mentor) && kind is ActKind.Pin or ActKind.Unpin or ActKind.Approve or ActKind.WriteTo);
}

/// <summary>Who receives what. The subject of a case never does.</summary>
/// <param name="Contact">The safety contact, if one was named and is still here.</param>
/// <param name="Organiser">Who runs the installation.</param>
public sealed record SafetyDesk(string? Contact, string? Organiser)
{
    /// <summary>
    /// Whether somebody may see and handle what concerns a subject. In confidence that is the safety contact; the organiser if there is none
    /// or the contact is the subject; and if the organiser is, the instructors.
    /// </summary>
    public bool MayHandle(ReportChannel channel, string? subject, Moderator reader)
    {
        if (subject == reader.Learner)
        {
            return false;
        }

        return channel == ReportChannel.Instructors ? reader.IsStaff
            : Contact is not null && Contact != subject ? reader.Learner == Contact
            : Organiser is not null && Organiser != subject ? reader.IsOrganiser
            : reader.IsStaff;
    }

    public bool MayHandle(Case found, Moderator reader) => MayHandle(found.Channel, found.Subject.Learner, reader);
}
