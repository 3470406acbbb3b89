using Orleans.Configuration;
using Orleans.Hosting;

namespace CohortCourses.Hosting;

/// <summary>
/// How soon a node that died is noticed. Its callers wait until then, and then call again, so this is what a person waits who meets it: at most
/// five seconds, however it died.
/// </summary>
internal static class DeadNodes
{
    /// <summary>For a node that has others beside it; alone a call that failed has failed.</summary>
    public static void ExpectDeadNodes(this ISiloBuilder silo)
    {
        silo.Configure<ClusterMembershipOptions>(Notice);
        silo.Configure<ConnectionOptions>(Notice);
        silo.AddOutgoingGrainCallFilter<CallAgain>();
    }

    /// <remarks>
    /// The others probe a node each second and give up on a probe after one: it may die right after an answer (1 s), miss a probe (1 s) and another
    /// (1 s). Two of the others must agree, or the only other one; writing down that it is dead, and telling, takes the rest. A node that is slow
    /// for want of processor or memory knows it and is given longer, so that load alone throws nobody out.
    /// </remarks>
    private static void Notice(ClusterMembershipOptions membership)
    {
        membership.ProbeTimeout = TimeSpan.FromSeconds(1);
        membership.NumMissedProbesLimit = 2;
        membership.NumVotesForDeathDeclaration = 2;
        membership.ExtendProbeTimeoutDuringDegradation = true;
        // When all died at once there is nobody to notice: the first that starts waits until the others have been silent for three of these.
        membership.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(5);
        membership.NumMissedTableIAmAliveLimit = 3;
        // Nodes that died leave a row behind; a day is enough to look at it.
        membership.DefunctSiloExpiration = TimeSpan.FromDays(1);
    }

    /// <summary>A machine that is gone answers nothing at all: whoever opens a line to it gives up in time to try elsewhere.</summary>
    private static void Notice(ConnectionOptions connections) => connections.OpenConnectionTimeout = TimeSpan.FromSeconds(2);
}
