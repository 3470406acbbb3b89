using System.Security.Cryptography;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Feedback;
using CohortCourses.Domain;
using CohortCourses.Domain.Feedback;

namespace CohortCourses.Grains.Feedback;

/// <summary>
/// Answers that nobody can find again. A ballot is on disk at once, among others in no order; that somebody has answered is written later, with
/// others. Nothing here is logged or measured by person.
/// </summary>
internal sealed class AnonymousAnswers(string form, FormRules rules, IGrainFactory grains) : IAnswers
{
    private const int MostReceiptsOnAPage = 1_000;

    private readonly HashSet<string> ballots = new(StringComparer.Ordinal);
    private readonly List<int> receiptPages = [];
    private Receipts receipts = Receipts.None;
    private PageFilling filling;

    public FormTally Total { get; private set; } = FormTally.Empty;

    public int Pages => filling.Pages;

    public IEnumerable<string> Respondents => receipts.Kept.Union(receipts.Waiting);

    public IEnumerable<string> Recorded => receipts.Kept;

    /// <summary>Whether somebody's receipt is in memory alone.</summary>
    public bool HoldsReceipts => !receipts.Waiting.IsEmpty;

    private string Cohort => form[..form.IndexOf('/', StringComparison.Ordinal)];

    public bool HasAnswered(string learner) => receipts.Has(learner);

    public async Task Load()
    {
        for (var page = await Page(1).ReadThrough(); !page.IsEmpty; page = await Page(Pages + 1).ReadThrough())
        {
            filling = filling.Turned();
            foreach (var ballot in page)
            {
                var response = ballot.Answers.ToResponse();
                filling = filling.With(response);
                ballots.Add(ballot.Ballot);
                Total += FormTally.One(rules, response);
            }
        }

        while (await ReceiptPage(receiptPages.Count + 1).Exists())
        {
            var page = await ReceiptPage(receiptPages.Count + 1).Read();
            receiptPages.Add(page.Length);
            receipts = receipts.Written(page);
        }
    }

    public Task<StoredResponse?> Of(string learner) => Task.FromResult<StoredResponse?>(null);

    public Task<bool> IsRepeat(AnswerForm answer, Response response) => Task.FromResult(ballots.Contains(answer.Ballot) && receipts.Has(answer.Learner));

    /// <remarks>A ballot that is there without a receipt was acknowledged to nobody, or its receipt was lost in a crash: it is the same one.</remarks>
    public async Task<Rejection?> Keep(AnswerForm answer, Response response)
    {
        if (receipts.Has(answer.Learner))
        {
            return FeedbackRejections.Answered;
        }

        if (!ballots.Contains(answer.Ballot))
        {
            filling = filling.WithRoom();
            await Page(Pages).Keep(new(answer.Ballot, response.Answers, PairingCode.Mark(Cohort, answer.PairingCode)));
            ballots.Add(answer.Ballot);
            filling = filling.With(response);
            Total += FormTally.One(rules, response);
        }

        receipts = receipts.Add(answer.Learner);
        await Write(receipts.Draw(learners => RandomNumberGenerator.Shuffle<string>(learners)));
        return null;
    }

    public async Task Forget(string learner)
    {
        foreach (var page in Enumerable.Range(1, receiptPages.Count))
        {
            await ReceiptPage(page).Forget(learner);
        }

        receipts = receipts.Forget(learner);
    }

    public Task Finish() => Write(receipts.Waiting);

    private async Task Write(ImmutableSortedSet<string> drawn)
    {
        if (drawn.IsEmpty)
        {
            return;
        }

        if (receiptPages is [] or [.., >= MostReceiptsOnAPage])
        {
            receiptPages.Add(0);
        }

        await ReceiptPage(receiptPages.Count).Keep([.. drawn]);
        receiptPages[^1] += drawn.Count;
        receipts = receipts.Written(drawn);
    }

    private IBallotPageGrain Page(int number) => grains.BallotPage(form, number);

    private IReceiptPageGrain ReceiptPage(int number) => grains.ReceiptPage(form, number);
}
