using CohortCourses.Contracts;
using CohortCourses.Contracts.Feedback;
using CohortCourses.Contracts.Live;
using CohortCourses.Domain.Feedback;
using CohortCourses.Grains.Documents;
using CohortCourses.Storage;
using FormLevel = CohortCourses.Domain.Feedback.FormLevel;

namespace CohortCourses.Grains.Feedback;

[Document("forms", 1)]
internal sealed record FormsDocument : IDocument<FormList, FormsDocument>
{
    public ImmutableArray<ListedFormDocument> Forms { get; init; } = [];

    public FormList ToState() => new([.. Forms.Select(form => new ListedForm(form.Name, form.Id, form.Form, form.Level))]);

    public static FormsDocument From(FormList state) => new() { Forms = [.. state.Forms.Select(form => new ListedFormDocument(form.Name, form.Id, form.Form, form.Level))] };
}

internal sealed record ListedFormDocument(string Name, string Id, string Form, FormLevel Level);

/// <summary>It stores which forms there are; what else it says of them it asked them when it woke, and when it changed them.</summary>
[GrainType("forms")]
internal sealed class FormsGrain([PersistentState("forms")] IPersistentState<FormsDocument> document, TimeProvider clock)
    : DocumentGrain<FormList, FormsDocument>(document), IFormsGrain
{
    private ImmutableArray<FormView> forms = [];

    private string Cohort => this.GetPrimaryKeyString();

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await base.OnActivateAsync(cancellationToken);
        await Ask();
    }

    /// <remarks>The name is taken first. A form that was never opened under it, because somebody died, is not listed until the same id opens it.</remarks>
    public async Task<OpenReply> Open(OpenForm form)
    {
        var listed = await DecideFromNothing(state => (state ?? FormList.Empty).Add(form.Id, form.Definition.Form, (FormLevel)form.Definition.Level, form.Week));
        if (!listed.Accepted)
        {
            return new(listed, null);
        }

        var name = State!.Find(form.Id)!.Name;
        var isNew = forms.All(known => known.Id != name);
        var opened = await GrainFactory.Form(Cohort, name).Open(form);
        if (!opened.Accepted)
        {
            return new(opened, null);
        }

        await Ask();
        if (isNew)
        {
            await GrainFactory.Feed(Cohort).Publish(new(EventKinds.FormOpened, $$"""{"form":"{{name}}"}"""));
        }

        return new(opened, name);
    }

    public Task<ImmutableArray<FormView>> List() => Task.FromResult(forms);

    public Task<FormView?> Find(string form) => Task.FromResult(forms.FirstOrDefault(known => known.Id == form));

    public async Task<ImmutableArray<FormView>> Waiting(string learner)
    {
        var now = clock.GetUtcNow();
        var open = forms.Where(form => form.IsOpenAt(now)).ToList();
        var answered = await Task.WhenAll(open.Select(form => Form(form).HasAnswered(learner)));
        return [.. open.Where((_, index) => !answered[index])];
    }

    public async Task<ImmutableArray<string>> AnsweredBy(string learner, ImmutableArray<string> among)
    {
        var asked = forms.Where(form => among.Contains(form.Definition.Form)).ToList();
        var answered = await Task.WhenAll(asked.Select(form => Form(form).HasAnswered(learner)));
        return [.. asked.Where((_, index) => answered[index]).Select(form => form.Definition.Form).Distinct(StringComparer.Ordinal)];
    }

    public Task<ImmutableArray<string>> Respondents(string form) => All(form, opened => opened.Respondents());

    public Task<ImmutableArray<string>> Recorded(string form) => All(form, opened => opened.Recorded());

    public Task<Outcome> Close(string form) => Change(form, grain => grain.Close());

    public Task<Outcome> ShowResults(string form, bool shown) => Change(form, grain => grain.ShowResults(shown));

    public Task Forget(string learner) => Task.WhenAll(forms.Select(form => Form(form).Forget(learner)));

    private async Task<ImmutableArray<string>> All(string form, Func<IFormGrain, Task<ImmutableArray<string>>> who)
    {
        var all = await Task.WhenAll(forms.Where(known => known.Definition.Form == form).Select(known => who(Form(known))));
        return [.. all.SelectMany(learners => learners).ToImmutableSortedSet(StringComparer.Ordinal)];
    }

    private IFormGrain Form(FormView form) => GrainFactory.Form(Cohort, form.Id);

    private async Task<Outcome> Change(string form, Func<IFormGrain, Task<Outcome>> change)
    {
        var outcome = forms.Any(known => known.Id == form) ? await change(GrainFactory.Form(Cohort, form)) : FeedbackRejections.Unknown.ToOutcome();
        await Ask();
        return outcome;
    }

    private async Task Ask() => forms = [.. (await Task.WhenAll((State ?? FormList.Empty).Forms.Select(form => GrainFactory.Form(Cohort, form.Name).Get()))).OfType<FormView>()];
}
