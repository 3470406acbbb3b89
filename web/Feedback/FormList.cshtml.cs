using System.Collections.Immutable;
using CohortCourses.Content.Courses;
using CohortCourses.Content.Feedback;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Contracts.Feedback;
using CohortCourses.Web.Evaluation;
using CohortCourses.Web.People;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Shared;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.Feedback;

/// <summary>A form of the cohort as one reader sees it in the list.</summary>
/// <param name="Waits">Whether the reader is asked to answer it.</param>
/// <param name="Responses">How many have answered; for those who teach.</param>
public sealed record FormLine(FormView Form, IHtmlContent Title, bool Waits, bool IsAnswered, bool MaySeeResults, int? Responses);

/// <summary>The forms of a cohort, and for those who teach a way to open another one at once.</summary>
public sealed class FormListModel(IGrainFactory grains, CourseLibrary courses, TextCatalog catalog, Reader reader) : PageModel
{
    /// <summary>For how many days a form takes answers; 0 to the end of the course and two weeks more.</summary>
    public static readonly ImmutableArray<int> Spans = [1, 3, 7, 14, 0];

    private static readonly TimeSpan AfterTheEnd = TimeSpan.FromDays(14);

    public IReadOnlyList<FormLine> Open { get; private set; } = [];

    public IReadOnlyList<FormLine> Closed { get; private set; } = [];

    /// <summary>The forms that the course's authors wrote.</summary>
    public IReadOnlyList<Form> CourseForms => courses.Find(Cohort.Course)?.Forms ?? [];

    public string Id { get; private set; } = FormIds.New();

    public QuickForm Typed { get; private set; } = new() { Id = FormIds.New(), Level = "anonymous", Kind = "one" };

    /// <summary>Which part of the page has to be mended: open or ask.</summary>
    public string? Problem { get; private set; }

    public bool IsStaff => HttpContext.Cohort().IsStaff;

    public int Participants => Cohort.Participants;

    public int? CurrentWeek => Cohort.CurrentAt(reader.Now)?.Number;

    /// <summary>What it is time to open, for those who run the cohort.</summary>
    public IReadOnlyList<DueForm> Due { get; private set; } = [];

    /// <summary>The form that they most likely look for: what is due, or else the pulse of the weeks.</summary>
    public string? Suggested => (Due.Count > 0 ? Due[0].Form : CourseForms.FirstOrDefault(form => form.Kind == CohortCourses.Content.Feedback.FormKind.Pulse))?.Id;

    private CohortView Cohort => HttpContext.Cohort().Cohort;

    private IFormsGrain Forms => grains.Forms(Cohort.Cohort);

    /// <summary>What the phase before recommends for forms, for those who run the cohort.</summary>
    public Recommended Recommended { get; private set; } = new("", []);

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostOpenAsync(string? id, string? form, int? week, int days)
    {
        if (CourseForms.FirstOrDefault(known => known.Id == form) is not { } chosen || (week is { } number && Cohort.Week(number) is null))
        {
            return NotFound();
        }

        return await OpenAsync("open", chosen.ToDefinition(), FormIds.Of(id), week, days);
    }

    public async Task<IActionResult> OnPostAskAsync(QuickForm typed)
    {
        Typed = typed with { Id = FormIds.Of(typed.Id) };
        if (typed.Ready is { Length: > 0 } name)
        {
            return QuickQuestion.OfReady(catalog, name) is { } ready ? await OpenAsync("ask", ready, Typed.Id!, CurrentWeek, typed.Days ?? 1) : NotFound();
        }

        var (form, field, problem) = QuickQuestion.OfTyped(typed, reader.Words);
        if (form is null)
        {
            Problem = "ask";
            ModelState.AddModelError(field!, problem!);
            await LoadAsync();
            return this.Invalid();
        }

        return await OpenAsync("ask", form, Typed.Id!, CurrentWeek, typed.Days ?? 1);
    }

    private async Task<IActionResult> OpenAsync(string part, FormDefinition form, string id, int? week, int days)
    {
        var closes = days > 0 ? reader.Now.AddDays(Math.Min(days, 365)) : (Cohort.EndsAt > reader.Now ? Cohort.EndsAt : reader.Now) + AfterTheEnd;
        var reply = await Forms.Open(new(id, form, week, closes, User.LearnerId()));
        if (reply.Outcome.Accepted)
        {
            return Redirect($"/c/{Cohort.Cohort}/forms/{reply.Form}/results");
        }

        (Problem, Id) = (part, id);
        await LoadAsync();
        return this.Refuse(reader.Words, reply.Outcome);
    }

    private async Task LoadAsync()
    {
        Recommended = await Recommended.OfAsync(grains, HttpContext.Cohort(), aim => aim.Kind == AimKind.Form);
        var opened = await Forms.List();
        Due = IsStaff && courses.Find(Cohort.Course) is { } course ? DueForms.At(reader.Now, Cohort, course, opened) : [];
        var lines = await Task.WhenAll(opened.Reverse().Select(LineAsync));
        Open = [.. lines.Where(line => line.Form.IsOpenAt(reader.Now)).OrderByDescending(line => line.Waits)];
        Closed = [.. lines.Where(line => !line.Form.IsOpenAt(reader.Now))];
    }

    private async Task<FormLine> LineAsync(FormView form)
    {
        var role = HttpContext.Cohort().Member?.Role;
        var grain = grains.Form(Cohort.Cohort, form.Id);
        var isAnswered = role == CohortRole.Participant && await grain.HasAnswered(User.LearnerId());
        return new(
            form,
            reader.Show(form.Definition.Title.In(form.Definition, reader.Language.Tag)),
            Waits: role == CohortRole.Participant && !isAnswered && form.IsOpenAt(reader.Now) && form.Definition.Kind != Contracts.Feedback.FormKind.Exit,
            isAnswered,
            HttpContext.Cohort().MaySeeResults(form),
            IsStaff ? (await grain.Results()).Responses : null);
    }
}
