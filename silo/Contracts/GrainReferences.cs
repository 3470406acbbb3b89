using CohortCourses.Contracts.Catalog;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Courses;
using CohortCourses.Contracts.Learners;
using CohortCourses.Contracts.Live;
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

    public static ISecretGrain Secret(this IGrainFactory grains, string hash) => grains.GetGrain<ISecretGrain>(hash);

    public static IInvitationGrain Invitation(this IGrainFactory grains, string hash) => grains.GetGrain<IInvitationGrain>(hash);

    public static IInvitationBookGrain InvitationBook(this IGrainFactory grains, string cohort) => grains.GetGrain<IInvitationBookGrain>(cohort);

    public static ICatalogGrain Catalog(this IGrainFactory grains) => grains.GetGrain<ICatalogGrain>(ICatalogGrain.Key);
}
