using CohortCourses.Contracts;
using CohortCourses.Contracts.Mail;
using CohortCourses.Web.People;
using CohortCourses.Web.Shared;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.Mail;

/// <summary>A letter that did not go well, with the name that its recipient goes by somewhere.</summary>
public sealed record TroubledLetter(LetterView Letter, string? Handle);

/// <summary>How mail goes: which way, how much waits, and what did not get through. Nobody's address stands here.</summary>
public sealed class OutboxModel(IGrainFactory grains, Postman postman, Reader reader, MailOptions options) : PageModel
{
    private const int MostShown = 50;

    public MailOptions Options => options;

    public int Waiting { get; private set; }

    public int Sent { get; private set; }

    public int More { get; private set; }

    /// <summary>Those that somebody has to decide about first.</summary>
    public IReadOnlyList<TroubledLetter> Troubled { get; private set; } = [];

    public Task OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAgainAsync(string learner, string letter) => ResolveAsync(learner, letter, again: true);

    public Task<IActionResult> OnPostLeaveAsync(string learner, string letter) => ResolveAsync(learner, letter, again: false);

    /// <summary>Why, in plain words, with the number of the server's answer.</summary>
    public string Reason(LetterView letter)
    {
        var parts = letter.Reason?.Split(' ') ?? [];
        var key = $"mail.reason.{(parts.Length > 0 ? parts[0] : "none")}";
        var sentence = reader.Words[reader.Words.Has(key) ? key : "mail.reason.none"];
        return parts.Length > 1 ? reader.Words.Get("mail.reason.answer", ("reason", sentence), ("code", parts[1])) : sentence;
    }

    private async Task<IActionResult> ResolveAsync(string learner, string letter, bool again)
    {
        var resolved = await grains.Outbox(learner ?? "").Resolve(letter ?? "", again);
        if (!resolved.Accepted)
        {
            await LoadAsync();
            return this.Refuse(reader.Words, resolved);
        }

        postman.Ring();
        return this.Tell(again ? "outbox.again.done" : "outbox.leave.done", "/organise/mail");
    }

    private async Task LoadAsync()
    {
        var drawers = await Task.WhenAll(OutboxDrawers.All.Select(drawer => grains.OutboxDrawer(drawer).Get()));
        Waiting = drawers.Sum(drawer => drawer.Waiting);
        Sent = drawers.Sum(drawer => drawer.Sent);
        var troubled = drawers.SelectMany(drawer => drawer.Troubled).ToList();
        More = Math.Max(0, troubled.Count - MostShown);
        var shown = troubled
            .OrderBy(letter => letter.Status switch { LetterStatus.Unknown => 0, LetterStatus.Failed => 1, _ => 2 })
            .ThenByDescending(letter => letter.At)
            .Take(MostShown);
        Troubled = await Task.WhenAll(shown.Select(async letter => new TroubledLetter(letter, await HandleAsync(letter))));
    }

    private async Task<string?> HandleAsync(LetterView letter)
    {
        var learner = grains.Learner(letter.Learner);
        return (letter.Cohort ?? (await learner.Get())?.Cohorts.FirstOrDefault()) is { } cohort ? await learner.HandleIn(cohort) : null;
    }
}
