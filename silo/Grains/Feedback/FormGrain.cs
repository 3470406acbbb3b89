using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Contracts.Feedback;
using CohortCourses.Contracts.Live;
using CohortCourses.Domain;
using CohortCourses.Domain.Evaluation;
using CohortCourses.Domain.Feedback;
using CohortCourses.Grains.Documents;
using CohortCourses.Grains.Evaluation;
using FormLevel = CohortCourses.Domain.Feedback.FormLevel;
using RefusedAnswer = CohortCourses.Contracts.Feedback.RefusedAnswer;

namespace CohortCourses.Grains.Feedback;

/// <summary>A form that is open in a cohort, or was. Its answers lie in pages of their own.</summary>
[GrainType("form")]
internal sealed partial class FormGrain(
    [PersistentState("form")] IPersistentState<FormDocument> document,
    [PersistentState("form-results")] IPersistentState<FormResultsDocument> results,
    TimeProvider clock) : RecordGrain<FormDocument>(document), IFormGrain, IRemindable
{
    /// <summary>Bounds the document; the longest form of a course in five languages has a third of it.</summary>
    private const int LongestDefinition = 60_000;

    private static readonly TimeSpan CountEvery = TimeSpan.FromMilliseconds(500);

    private readonly Alarm alarm = new("close", clock);
    private FormView? view;
    private FormRules? rules;
    private Task<IAnswers>? reading;
    private ShownResults shown = ShownResults.Empty;
    private ImmutableArray<QuestionFigureView> told = [];
    private IGrainTimer? counting;
    private IGrainTimer? stirring;

    private string Key => this.GetPrimaryKeyString();

    private string Cohort => Key[..Key.IndexOf('/', StringComparison.Ordinal)];

    private string Name => Key[(Key.IndexOf('/', StringComparison.Ordinal) + 1)..];

    private NodaTime.Instant Now => clock.GetCurrentInstant();

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        Load();
        alarm.Arm(this, Due, CloseWhenDue);
        return Task.CompletedTask;
    }

    public async Task<Outcome> Open(OpenForm form)
    {
        var decision = OpenedForm.Open(Record?.ToState(), form.Id, form.By, form.ClosesAt.ToInstant(), Now);
        if (decision.Rejection is { } refused)
        {
            return refused.ToOutcome();
        }

        if (decision is { Changed: true, State: { } opened })
        {
            var definition = form.Definition.ToDocument();
            if (LengthOf(form.Definition) > LongestDefinition)
            {
                return FeedbackRejections.TooLarge.ToOutcome();
            }

            await Save(new(opened.Id, opened.By, opened.OpenedAt.ToOffset(), opened.ClosesAt.ToOffset(), definition) { Week = form.Week });
            Load();
        }

        await alarm.Set(this, Due, CloseWhenDue);
        return Outcome.Ok;
    }

    public Task<FormView?> Get() => Task.FromResult(view);

    public async Task<AnswerReply> Answer(AnswerForm answer)
    {
        if (Record is not { } form || rules is null)
        {
            return Refused(FeedbackRejections.Unknown);
        }

        if (!Guid.TryParseExact(answer.Ballot, "D", out var ballot) || (form.Definition.Level == FormLevel.Anonymous && ballot.Version != 4))
        {
            return Refused(FeedbackRejections.Ballot);
        }

        answer = answer with { Ballot = ballot.ToString() };
        var answers = await Answers();
        var check = rules.Check(answer.Answers);
        return check.IsAccepted && await answers.IsRepeat(answer, check.Kept) ? new(Outcome.Ok, [])
            : !form.ToState().IsOpenAt(Now) ? Refused(FeedbackRejections.Closed)
            : await GrainFactory.Cohort(Cohort).Member(answer.Learner) is not { Role: CohortRole.Participant } ? Refused(FeedbackRejections.ParticipantsOnly)
            : !check.IsAccepted ? new(FeedbackRejections.Check.ToOutcome(), [.. check.Refused.Select(refused => new RefusedAnswer(refused.Question, refused.Why.ToOutcome()))])
            : await Keep(answers, answer, check.Kept);
    }

    public async Task<Outcome> Close()
    {
        var outcome = await Change(form => form.Close(Now));
        return outcome.Accepted ? await Finish() : outcome;
    }

    public async Task<Outcome> ShowResults(bool shown)
    {
        var before = Record?.ResultsShownAt;
        var outcome = await Change(form => form.ShowResults(shown, Now));
        if (outcome.Accepted && before != Record?.ResultsShownAt)
        {
            await LookAgain();
            await GrainFactory.Feed(Cohort).Publish(new(EventKinds.ResultsShown, $$"""{"form":"{{Name}}","shown":{{(shown ? "true" : "false")}}}"""));
        }

        return outcome;
    }

    /// <remarks>What was told stays as it was told: one fewer would tell what the one had answered.</remarks>
    public async Task Forget(string learner) => await (await Answers()).Forget(learner);

    public Task ReceiveReminder(string reminderName, TickStatus status) => CloseWhenDue();

    private NodaTime.Instant? Due => Record is { } form && !shown.IsClosed ? form.ToState().EndsAt : null;

    private async Task<AnswerReply> Keep(IAnswers answers, AnswerForm answer, Response response)
    {
        try
        {
            var refused = await answers.Keep(answer, response);
            if (refused is not null)
            {
                return Refused(refused);
            }

            await LookAgain();
            CountSoon(answers);
            StayAwake(answers);
            return new(Outcome.Ok, []);
        }
        catch
        {
            // A page that failed may have been written all the same: what is remembered here cannot be trusted.
            DeactivateOnIdle();
            throw;
        }
    }

    private async Task<Outcome> Change(Func<OpenedForm, Decision<OpenedForm>> rule)
    {
        if (Record is not { } form)
        {
            return FeedbackRejections.Unknown.ToOutcome();
        }

        var decision = rule(form.ToState());
        if (decision is { Changed: true, State: { } changed })
        {
            await Save(form.With(changed));
            view = Record?.ToView(Name);
        }

        return decision.ToOutcome();
    }

    private async Task CloseWhenDue()
    {
        if (Record is { } form && !form.ToState().IsOpenAt(Now))
        {
            await Finish();
        }
        else
        {
            await alarm.Reset(this, Due, CloseWhenDue);
        }
    }

    private async Task<Outcome> Finish()
    {
        if (!shown.IsClosed)
        {
            var answers = await Answers();
            await answers.Finish();
            await SaveLooks(shown.Close(answers.Total));
            stirring?.Dispose();
            stirring = null;
            await Publish(EventKinds.FormClosed);
        }

        await alarm.Set(this, Due, CloseWhenDue);
        return Outcome.Ok;
    }

    private void Load()
    {
        view = Record?.ToView(Name);
        if (Record is not { Definition: var definition })
        {
            return;
        }

        (rules, reading) = (definition.ToRules(), null);
        shown = results.RecordExists ? results.State.ToState() : ShownResults.Empty;
        told = Told();
    }

    /// <summary>The answers, which are read when they are asked for first: most who wake a form ask what it is.</summary>
    private Task<IAnswers> Answers() => reading ??= ReadAnswers();

    private async Task<IAnswers> ReadAnswers()
    {
        IAnswers answers = rules is null ? NoAnswers.Yet
            : rules.Level == FormLevel.Anonymous ? new AnonymousAnswers(Key, rules, GrainFactory)
            : new KeyedAnswers(Key, rules, GrainFactory, clock);
        try
        {
            await answers.Load();
            return answers;
        }
        catch
        {
            DeactivateOnIdle();
            throw;
        }
    }

    /// <summary>While everybody is shown the results, they are counted again now and then.</summary>
    private async Task LookAgain()
    {
        if (Record?.ResultsShownAt is not null && shown.Look((await Answers()).Total) is var looked && looked != shown)
        {
            await SaveLooks(looked);
        }
    }

    private ImmutableArray<QuestionFigureView> Told() => rules is null ? [] : [.. ToldAnswers.Of(rules, shown.Looks).Select(FigureMapping.ToView)];

    private async Task SaveLooks(ShownResults looked)
    {
        try
        {
            results.State = FormResultsDocument.From(looked);
            await results.WriteStateAsync();
            shown = looked;
            told = Told();
        }
        catch
        {
            DeactivateOnIdle();
            throw;
        }
    }

    /// <summary>Tells how many have answered, at most twice a second.</summary>
    private void CountSoon(IAnswers answers) => counting ??= this.RegisterGrainTimer(
        _ =>
        {
            counting?.Dispose();
            counting = null;
            return GrainFactory.Feed(Cohort).TellCount(new(Name, answers.Total.Responses));
        },
        new GrainTimerCreationOptions(CountEvery, Timeout.InfiniteTimeSpan));

    /// <summary>As long as receipts are in memory alone, the grain does not go for want of calls.</summary>
    private void StayAwake(IAnswers answers) => stirring ??= answers is AnonymousAnswers { HoldsReceipts: true }
        ? this.RegisterGrainTimer(_ => Task.CompletedTask, new GrainTimerCreationOptions(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1)) { KeepAlive = true })
        : null;

    private Task Publish(string kind) => GrainFactory.Feed(Cohort).Publish(new(kind, $$"""{"form":"{{Name}}"}"""));

    private static AnswerReply Refused(Rejection why) => new(why.ToOutcome(), []);

    private static int LengthOf(FormDefinition form) => form.Questions.Sum(question =>
        Texts(question).OfType<ImmutableSortedDictionary<string, string>>().Sum(text => text.Sum(one => one.Value.Length + one.Key.Length)));

    private static IEnumerable<ImmutableSortedDictionary<string, string>?> Texts(QuestionDefinition question) =>
        [question.Text, question.Heading, question.Help, question.Low, question.High, question.Unit, .. question.Levels, .. question.Choices.Concat(question.Rows).Select(choice => choice.Text)];
}
