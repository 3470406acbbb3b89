using CohortCourses.Storage;
using CohortCourses.Web.Demo;

namespace CohortCourses.Tests.Web.Demo;

/// <summary>What killed demos leave in the temporary folder goes with the next start of one; what is in use stays, and so does everything else.</summary>
public sealed class AbandonedDemosTests : IDisposable
{
    private readonly DirectoryInfo temporary = Directory.CreateTempSubdirectory("cohort-courses-test-");

    public void Dispose() => temporary.Delete(recursive: true);

    [Fact]
    public void Remove_TakesWhatNobodyHolds_AndLeavesTheRest()
    {
        var abandoned = Made("cohortcourses-demo-a");
        var young = Made("cohortcourses-demo-b", TimeSpan.FromMinutes(1));
        var served = Made("cohortcourses-demo-c");
        var others = Made("cohortcourses-pilot-d");
        var linked = Path.Combine(temporary.FullName, "cohortcourses-demo-e");
        Directory.CreateSymbolicLink(linked, others);
        Directory.SetLastWriteTimeUtc(linked, Long(TimeSpan.FromDays(1)));
        using (DataFolder.Hold(served))
        {
            Directory.SetLastWriteTimeUtc(served, Long(TimeSpan.FromDays(1)));

            AbandonedDemos.Remove(temporary.FullName);

            Assert.False(Directory.Exists(abandoned));
            Assert.All([young, served, others, linked], folder => Assert.True(File.Exists(Path.Combine(folder, "pilot.db")), folder));
        }
    }

    private static DateTime Long(TimeSpan ago) => (TimeProvider.System.GetUtcNow() - ago).UtcDateTime;

    private string Made(string name, TimeSpan? ago = null)
    {
        var folder = temporary.CreateSubdirectory(name).FullName;
        File.WriteAllText(Path.Combine(folder, "pilot.db"), "");
        Directory.SetLastWriteTimeUtc(folder, Long(ago ?? TimeSpan.FromDays(1)));
        return folder;
    }
}
