using System.Globalization;
using CohortCourses.Contracts.Catalog;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Courses;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Contracts.Feedback;
using CohortCourses.Contracts.Learners;
using CohortCourses.Contracts.Live;
using CohortCourses.Contracts.Moderation;
using CohortCourses.Contracts.Mail;
using CohortCourses.Contracts.People;

namespace CohortCourses.Contracts;

/// <summary>The grains by their names in the domain.</summary>
public static class GrainReferences
{
    public static ICourseGrain Course(this IGrainFactory grains, string course) => grains.GetGrain<ICourseGrain>(course);

    public static ICohortGrain Cohort(this IGrainFactory grains, string cohort) => grains.GetGrain<ICohortGrain>(cohort);

    public static INoticeBoardGrain NoticeBoard(this IGrainFactory grains, string cohort) => grains.GetGrain<INoticeBoardGrain>(cohort);

    public static ICohortFeedGrain Feed(this IGrainFactory grains, string cohort) => grains.GetGrain<ICohortFeedGrain>(cohort);

    public static ILearnerGrain Learner(this IGrainFactory grains, string learner) => grains.GetGrain<ILearnerGrain>(learner);

    public static IAccountGrain Account(this IGrainFactory grains, string normalisedName) => grains.GetGrain<IAccountGrain>(normalisedName);

    public static IMailboxGrain Mailbox(this IGrainFactory grains, string learner) => grains.GetGrain<IMailboxGrain>(learner);

    /// <summary>The keys of the installation.</summary>
    public static IKeyRingGrain KeyRing(this IGrainFactory grains) => grains.GetGrain<IKeyRingGrain>(IKeyRingGrain.Key);

    public static IPassphraseLinkGrain PassphraseLink(this IGrainFactory grains, string learner) => grains.GetGrain<IPassphraseLinkGrain>(learner);

    public static ISecretGrain Secret(this IGrainFactory grains, string hash) => grains.GetGrain<ISecretGrain>(hash);

    public static IInvitationGrain Invitation(this IGrainFactory grains, string hash) => grains.GetGrain<IInvitationGrain>(hash);

    public static IInvitationBookGrain InvitationBook(this IGrainFactory grains, string cohort) => grains.GetGrain<IInvitationBookGrain>(cohort);

    public static IThreadGrain Thread(this IGrainFactory grains, string cohort, string thread) => grains.GetGrain<IThreadGrain>($"{cohort}/{thread}");

    public static IPostPageGrain PostPage(this IGrainFactory grains, string threadKey, int page) => grains.GetGrain<IPostPageGrain>(PageKey(threadKey, page));

    public static IReactionsGrain Reactions(this IGrainFactory grains, string threadKey, int page) => grains.GetGrain<IReactionsGrain>(PageKey(threadKey, page));

    public static IPostHistoryGrain PostHistory(this IGrainFactory grains, string threadKey, string post) => grains.GetGrain<IPostHistoryGrain>($"{threadKey}/{post}");

    /// <summary>The threads of a week.</summary>
    public static IDiscussionGrain Discussion(this IGrainFactory grains, string cohort, int week) =>
        grains.GetGrain<IDiscussionGrain>(string.Create(CultureInfo.InvariantCulture, $"{cohort}/{week}"));

    /// <summary>What was asked of the instructors in private.</summary>
    public static IDiscussionGrain PrivateDiscussion(this IGrainFactory grains, string cohort) => grains.GetGrain<IDiscussionGrain>($"{cohort}/private");

    /// <summary>The list that a thread stands on.</summary>
    public static IDiscussionGrain DiscussionOf(this IGrainFactory grains, string cohort, Audience audience, int week) =>
        audience == Audience.Instructors ? grains.PrivateDiscussion(cohort) : grains.Discussion(cohort, week);

    public static IVoiceGrain Voice(this IGrainFactory grains, string cohort, string learner) => grains.GetGrain<IVoiceGrain>($"{cohort}/{learner}");

    public static IModerationGrain Moderation(this IGrainFactory grains, string cohort) => grains.GetGrain<IModerationGrain>(cohort);

    public static ICaseGrain Case(this IGrainFactory grains, string cohort, string id) => grains.GetGrain<ICaseGrain>($"{cohort}/{id}");

    public static ILogPageGrain LogPage(this IGrainFactory grains, string cohort, int page) =>
        grains.GetGrain<ILogPageGrain>(string.Create(CultureInfo.InvariantCulture, $"{cohort}/{page}"));

    public static IFormsGrain Forms(this IGrainFactory grains, string cohort) => grains.GetGrain<IFormsGrain>(cohort);

    public static IFormGrain Form(this IGrainFactory grains, string cohort, string form) => grains.GetGrain<IFormGrain>($"{cohort}/{form}");

    public static IResponsePageGrain ResponsePage(this IGrainFactory grains, string formKey, int page) => grains.GetGrain<IResponsePageGrain>(PageKey(formKey, page));

    public static IBallotPageGrain BallotPage(this IGrainFactory grains, string formKey, int page) => grains.GetGrain<IBallotPageGrain>(PageKey(formKey, page));

    public static IReceiptPageGrain ReceiptPage(this IGrainFactory grains, string formKey, int page) => grains.GetGrain<IReceiptPageGrain>(PageKey(formKey, page));

    public static IComparisonGrain Comparison(this IGrainFactory grains, string cohort) => grains.GetGrain<IComparisonGrain>(cohort);

    public static IEvaluationGrain Evaluation(this IGrainFactory grains, string cohort) => grains.GetGrain<IEvaluationGrain>(cohort);

    /// <param name="what">Names the figures among those that are kept of a cohort.</param>
    public static IKeptPageGrain KeptPage(this IGrainFactory grains, string cohort, string what, int page) => grains.GetGrain<IKeptPageGrain>(PageKey($"{cohort}/{what}", page));

    /// <summary>The drawer of the outbox that a learner's mail lies in.</summary>
    public static IOutboxGrain Outbox(this IGrainFactory grains, string learner) => grains.OutboxDrawer(OutboxDrawers.Of(learner));

    /// <param name="drawer">One of <see cref="OutboxDrawers.All"/>.</param>
    public static IOutboxGrain OutboxDrawer(this IGrainFactory grains, string drawer) => grains.GetGrain<IOutboxGrain>(drawer);

    public static IFindingsGrain Findings(this IGrainFactory grains, string cohort) => grains.GetGrain<IFindingsGrain>(cohort);

    public static IFindingGrain Finding(this IGrainFactory grains, string cohort, string id) => grains.GetGrain<IFindingGrain>($"{cohort}/{id}");

    public static IPhaseGrain Phase(this IGrainFactory grains, string cohort) => grains.GetGrain<IPhaseGrain>(cohort);

    public static ICodebookGrain Codebook(this IGrainFactory grains, string cohort) => grains.GetGrain<ICodebookGrain>(cohort);

    public static ICodingDeskGrain CodingDesk(this IGrainFactory grains, string cohort) => grains.GetGrain<ICodingDeskGrain>(cohort);

    public static ICodingGrain Coding(this IGrainFactory grains, string cohort, CodingKey coding) =>
        grains.GetGrain<ICodingGrain>($"{cohort}/{coding.Form}/{coding.Question}/{coding.Coder}");

    public static IPassagePageGrain PassagePage(this IGrainFactory grains, string codingKey, int page) => grains.GetGrain<IPassagePageGrain>(PageKey(codingKey, page));

    public static IExportsGrain Exports(this IGrainFactory grains, string cohort) => grains.GetGrain<IExportsGrain>(cohort);

    public static IExportLogPageGrain ExportLogPage(this IGrainFactory grains, string cohort, int page) => grains.GetGrain<IExportLogPageGrain>(PageKey(cohort, page));

    public static ICatalogGrain Catalog(this IGrainFactory grains) => grains.GetGrain<ICatalogGrain>(ICatalogGrain.Key);

    private static string PageKey(string key, int page) => string.Create(CultureInfo.InvariantCulture, $"{key}/{page}");
}
