using System.Collections.Immutable;
using System.Net.Mime;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Feedback;
using CohortCourses.Web.People;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Shared;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.Feedback;

/// <summary>A form: to answer for participants, to look at for everyone else in the cohort.</summary>
public sealed class FormPageModel(IGrainFactory grains, Reader reader) : PageModel
{
    private static readonly ImmutableSortedDictionary<string, ImmutableArray<string>> Nothing = ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal);

    public FormView Form { get; private set; } = null!;

    public FormFields Fields { get; private set; } = null!;

    public string Ballot { get; private set; } = "";

    public string? Pair { get; private set; }

    public bool IsAnswered { get; private set; }

    public string Me => User.LearnerId();

    public bool IsOpen => Form.IsOpenAt(reader.Now);

    /// <summary>Whether the reader may answer, or change their answer, now.</summary>
    public bool Takes => IsParticipant && IsOpen && !(IsAnswered && Form.Definition.Level == FormLevel.Anonymous);

    public bool IsPreview => !IsParticipant;

    public bool MaySeeResults => HttpContext.Cohort().MaySeeResults(Form);

    /// <summary>Whether the respondent's answers before and after can be paired without anyone knowing whose they are.</summary>
    public bool IsPaired => Form.Definition is { Level: FormLevel.Anonymous, Kind: FormKind.Before or FormKind.After };

    /// <summary>What was sent too late, to be copied.</summary>
    public IEnumerable<(QuestionDefinition Question, IEnumerable<string> Answers)> Late { get; private set; } = [];

    private bool IsParticipant => HttpContext.Cohort().Member?.Role == CohortRole.Participant;

    private string Slug => HttpContext.Cohort().Slug;

    /// <summary>The page's own script asks for a short answer in place of the whole page.</summary>
    private bool IsFromScript => Request.Headers.Accept == MediaTypeNames.Application.Json;

    public async Task<IActionResult> OnGetAsync(string form) => await FindAsync(form) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAnswerAsync(string form, string? ballot, string? pair)
    {
        if (!await FindAsync(form))
        {
            return NotFound();
        }

        var answers = AnswerFields.Read(Form.Definition, Request.Form);
        var reply = await grains.Form(Slug, Form.Id).Answer(new(Me, ballot ?? "", reader.Language.Tag, answers, IsPaired ? pair : null));
        if (IsFromScript)
        {
            return reply.Outcome.Accepted ? new NoContentResult() : Problem(reply);
        }

        if (reply.Outcome.Accepted)
        {
            return Redirect($"/c/{Slug}/forms/{Form.Id}");
        }

        (Ballot, Pair) = (Guid.TryParse(ballot, out var sent) ? sent.ToString() : Ballot, pair);
        Fields = new(reader, Form, answers, Problems(reply));
        foreach (var refused in reply.Refused.Where(refused => refused.Question.Length > 0))
        {
            ModelState.AddModelError($"q.{refused.Question}", reader.Words.Explain(refused.Why));
        }

        Late = Takes ? [] : [.. Form.Definition.Questions.Where(question => answers.ContainsKey(question.Id)).Select(question => (question, answers[question.Id].Select(answer => Fields.Label(question, answer))))];
        return reply.Refused.IsEmpty ? this.Refuse(reader.Words, reply.Outcome)
            : reply.Refused.FirstOrDefault(refused => refused.Question.Length == 0) is { } whole ? this.Refuse(reader.Words, whole.Why)
            : this.Invalid();
    }

    private async Task<bool> FindAsync(string name)
    {
        if (await grains.Forms(Slug).Find(name) is not { } form)
        {
            return false;
        }

        Form = form;
        var standing = IsParticipant ? await grains.Form(Slug, form.Id).Standing(Me) : new(HasAnswered: false, null);
        IsAnswered = standing.HasAnswered;
        Ballot = Guid.NewGuid().ToString();
        Fields = new(reader, form, standing.Mine?.Answers ?? Nothing, ImmutableDictionary<string, string>.Empty);
        return true;
    }

    private JsonResult Problem(AnswerReply reply) => new(new
    {
        problem = reader.Words.Explain(reply.Refused.FirstOrDefault(refused => refused.Question.Length == 0)?.Why ?? reply.Outcome),
        questions = Problems(reply),
    })
    {
        StatusCode = reply.Refused.IsEmpty ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity,
    };

    private Dictionary<string, string> Problems(AnswerReply reply) => reply.Refused
        .Where(refused => refused.Question.Length > 0)
        .ToDictionary(refused => refused.Question, refused => reader.Words.Explain(refused.Why), StringComparer.Ordinal);
}
