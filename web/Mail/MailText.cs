using System.Collections.Immutable;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Mail;

/// <summary>What a mail says, before it is text or HTML.</summary>
/// <param name="Lead">Its first sentences, in the words of the house.</param>
/// <param name="Action">The one thing to do, if there is one.</param>
/// <param name="Why">Why it was sent.</param>
/// <param name="Stop">The way out of such mail; null if nobody can want one.</param>
public sealed record MailText(Language Language, string Subject, ImmutableArray<string> Lead, ImmutableArray<MailPart> Parts, MailLink? Action, string Why, MailLink? Stop);

public sealed record MailPart(string Heading, ImmutableArray<MailLine> Lines);

/// <summary>One thing to tell.</summary>
/// <param name="Text">May be what somebody wrote: plain text, never markup.</param>
/// <param name="Note">By whom and when.</param>
public sealed record MailLine(string Text, string? Note, Uri? Link);

public sealed record MailLink(string Label, Uri Address);
