using System.Collections.Immutable;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Feedback;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.Feedback;

/// <summary>How a form was answered: for those who teach at once, as far as the form's promise allows; for everybody once they are shown it.</summary>
public sealed class ResultsModel(IGrainFactory grains, Reader reader) : PageModel
{
    private ILookup<string, string> texts = Enumerable.Empty<string>().ToLookup(text => text);

    public FormView Form { get; private set; } = null!;

    public FormFields Fields { get; private set; } = null!;

    public FormResults Results { get; private set; } = null!;

    public int Participants => HttpContext.Cohort().Cohort.Participants;

    /// <summary>Who answered what; only of named forms, and only for those who teach.</summary>
    public IReadOnlyList<(string Name, StoredResponse Response)> Named { get; private set; } = [];

    public bool IsOpen => Form.IsOpenAt(reader.Now);

    public bool IsStaff => HttpContext.Cohort().IsStaff;

    public IEnumerable<QuestionResult> Questions => Form.Definition.Questions
        .Select(question => QuestionResult.Of(Fields, question, [.. Results.Questions.Where(figure => figure.Question == question.Id)]));

    /// <summary>The texts that were written, in no order; for those who teach alone.</summary>
    public IReadOnlyList<string> Texts(QuestionDefinition question) => [.. texts[question.Id]];

    private string Slug => HttpContext.Cohort().Slug;

    public async Task<IActionResult> OnGetAsync(string form)
    {
        if (await grains.Forms(Slug).Find(form) is not { } found || !HttpContext.Cohort().MaySeeResults(found))
        {
            return NotFound();
        }

        Form = found;
        Fields = new(reader, found, ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty, ImmutableDictionary<string, string>.Empty);
        var grain = grains.Form(Slug, form);
        Results = await grain.Results();
        if (IsStaff)
        {
            await ReadAsync(grain);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostCloseAsync(string form)
    {
        var outcome = await grains.Forms(Slug).Close(form);
        return outcome.Accepted ? Redirect($"/c/{Slug}/forms/{form}/results") : NotFound();
    }

    public async Task<IActionResult> OnPostShowAsync(string form, bool? shown)
    {
        if (shown is not { } wanted)
        {
            return BadRequest();
        }

        var outcome = await grains.Forms(Slug).ShowResults(form, wanted);
        return outcome.Accepted ? Redirect($"/c/{Slug}/forms/{form}/results") : NotFound();
    }

    /// <summary>Of named forms everything with the name; of anonymous ones the texts, once nobody can tell who wrote last; of confidential ones nothing.</summary>
    private async Task ReadAsync(IFormGrain grain)
    {
        var pages = Enumerable.Range(1, await grain.Pages());
        var all = ImmutableArray.CreateBuilder<ImmutableSortedDictionary<string, ImmutableArray<string>>>();
        if (Form.Definition.Level == FormLevel.Named)
        {
            var responses = (await Task.WhenAll(pages.Select(grain.Responses))).SelectMany(page => page).ToList();
            var handles = await Task.WhenAll(responses.Select(response => grains.Learner(response.Learner).HandleIn(Slug)));
            Named = [.. responses.Select((response, index) => (handles[index] ?? reader.Words["discussion.somebody"], response)).OrderBy(named => named.Item1, StringComparer.CurrentCultureIgnoreCase)];
            all.AddRange(responses.Select(response => response.Answers));
        }
        else if (Form.Definition.Level == FormLevel.Anonymous)
        {
            all.AddRange((await Task.WhenAll(pages.Select(grain.Ballots))).SelectMany(page => page).Select(ballot => ballot.Answers));
        }

        var written = Form.Definition.Questions.Where(question => question.Kind is QuestionKind.Short or QuestionKind.Long).Select(question => question.Id).ToHashSet(StringComparer.Ordinal);
        texts = all.SelectMany(answers => answers.Where(answer => written.Contains(answer.Key)))
            .SelectMany(answer => answer.Value, (answer, text) => (answer.Key, Text: text))
            .OrderBy(answer => answer.Text, StringComparer.CurrentCulture)
            .ToLookup(answer => answer.Key, answer => answer.Text);
    }
}
