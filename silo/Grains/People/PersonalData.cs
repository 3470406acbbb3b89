namespace CohortCourses.Grains.People;

/// <summary>What a stored document holds about people.</summary>
public enum PersonalDataKind
{
    /// <summary>Nothing about anyone.</summary>
    None,

    /// <summary>Learner ids, or what somebody did or said under one; it takes the vault to know who that is.</summary>
    Pseudonymous,

    /// <summary>Who somebody is.</summary>
    Vault,
}

/// <summary>What becomes of it when somebody's account is erased.</summary>
public enum Erasure
{
    /// <summary>There is nothing to erase.</summary>
    Untouched,

    /// <summary>The document goes.</summary>
    Deleted,

    /// <summary>The person's part of it goes.</summary>
    PersonTakenOut,

    /// <summary>A learner id stays that leads nowhere any more, since the rest is about the cohort.</summary>
    IdStays,
}

/// <summary>One line of the registry.</summary>
/// <param name="Document">The name of the stored document.</param>
/// <param name="What">What it holds about people, in words for a person who asks.</param>
/// <param name="Export">What somebody gets of it who asks for their data; null if there is nothing of theirs in it.</param>
public sealed record PersonalDataEntry(string Document, PersonalDataKind Holds, string What, Erasure OnErasure, string? Export);

/// <summary>All personal data that is stored, and nothing else is. A test fails while a document has no line here.</summary>
public static class PersonalData
{
    public static ImmutableArray<PersonalDataEntry> Registry { get; } =
    [
        new("account", PersonalDataKind.Vault, "Sign-in name, mail address, passphrase hash, and the list of secret links.", Erasure.Deleted, "All but the hashes and stamps."),
        new("announcements", PersonalDataKind.Pseudonymous, "Who wrote an announcement, by learner id.", Erasure.IdStays, "The announcements that they wrote."),
        new("catalog", PersonalDataKind.Pseudonymous, "The learner id of the first organiser.", Erasure.IdStays, "That they set the installation up."),
        new("cohort", PersonalDataKind.Pseudonymous, "The roster by learner id: role, track, a mark of the name, when they joined; who changed the calendar.", Erasure.PersonTakenOut, "Their line of the roster."),
        new("course", PersonalDataKind.None, "Nothing.", Erasure.Untouched, null),
        new("invitation", PersonalDataKind.Pseudonymous, "Who used it, by learner id.", Erasure.IdStays, null),
        new("invitation-book", PersonalDataKind.None, "Nothing: hashes of invitations and when they expire.", Erasure.Untouched, null),
        new("learner", PersonalDataKind.Pseudonymous, "Language, time zone, the name in each cohort, progress, reading, pauses and extensions.", Erasure.Deleted, "All of it."),
        new("reminder", PersonalDataKind.None, "Nothing: which cohort to wake and when.", Erasure.Untouched, null),
        new("secret", PersonalDataKind.Vault, "Which account a token or a secret link opens.", Erasure.Deleted, "Kind, label and day of each, as the account lists them."),
    ];
}
