namespace CohortCourses.Domain.Moderation;

/// <summary>What a moderator can do.</summary>
public enum ActKind
{
    Pin,
    Unpin,
    Lock,
    Unlock,

    /// <summary>One post for each person in so many minutes; 0 ends it.</summary>
    Slow,

    Move,

    /// <summary>A placeholder stays; the author sees the post with the reason and may appeal.</summary>
    Hide,

    Show,

    /// <summary>The post is gone for everybody.</summary>
    Remove,

    Restore,

    /// <summary>Lets somebody's first post through.</summary>
    Approve,

    /// <summary>Somebody reads and does not write until then.</summary>
    Mute,

    Unmute,

    /// <summary>Nothing in the case goes against the agreement.</summary>
    Dismiss,

    /// <summary>The case was talked over with who it is about.</summary>
    Talk,

    /// <summary>A decision on a case is taken back: it waits again.</summary>
    Reopen,

    Uphold,
    Reverse,
    NameContact,
    AskFirstLook,

    /// <summary>Asks somebody who has gone quiet how they are.</summary>
    WriteTo,
}

public static class ActKinds
{
    extension(ActKind kind)
    {
        public bool IsOnThread => kind is ActKind.Pin or ActKind.Unpin or ActKind.Lock or ActKind.Unlock or ActKind.Slow or ActKind.Move;

        public bool IsOnPost => kind is ActKind.Hide or ActKind.Show or ActKind.Remove or ActKind.Restore or ActKind.Approve;

        public bool IsOnPerson => kind is ActKind.Mute or ActKind.Unmute or ActKind.WriteTo;

        public bool IsOnAppeal => kind is ActKind.Uphold or ActKind.Reverse;

        /// <summary>Whether it is done by taking another act back, and not by itself.</summary>
        public bool IsUndoing => kind is ActKind.Show or ActKind.Restore or ActKind.Reopen;

        public bool IsSetting => kind is ActKind.NameContact or ActKind.AskFirstLook;

        /// <summary>Whether it answers a case, so that nobody needs to look at it any more.</summary>
        public bool Decides => kind is ActKind.Hide or ActKind.Remove or ActKind.Mute or ActKind.Dismiss or ActKind.Talk or ActKind.Reverse;

        /// <summary>Whether the person that it concerns can appeal against it.</summary>
        public bool CanBeAppealed => kind is ActKind.Hide;

        /// <summary>The act that takes this one back; null where there is none.</summary>
        public ActKind? Inverse => kind switch
        {
            ActKind.Pin => ActKind.Unpin,
            ActKind.Unpin => ActKind.Pin,
            ActKind.Lock => ActKind.Unlock,
            ActKind.Unlock => ActKind.Lock,
            ActKind.Slow => ActKind.Slow,
            ActKind.Move => ActKind.Move,
            ActKind.Hide => ActKind.Show,
            ActKind.Reverse => ActKind.Hide,
            ActKind.Remove => ActKind.Restore,
            ActKind.Mute => ActKind.Unmute,
            ActKind.Unmute => ActKind.Mute,
            ActKind.Dismiss or ActKind.Talk or ActKind.Uphold => ActKind.Reopen,
            _ => null,
        };
    }
}
