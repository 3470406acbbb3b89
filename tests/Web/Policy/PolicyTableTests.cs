using CohortCourses.Web.Policy;
using CohortCourses.Web.Startup;
using Microsoft.Extensions.DependencyInjection;

namespace CohortCourses.Tests.Web.Policy;

public sealed class PolicyTableTests
{
    /// <summary>A way in without a row is refused to everyone; a row without a way in guards nothing and misleads.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Table_NamesEveryWayIntoTheServerAndNoOther(bool demo)
    {
        var home = Directory.CreateTempSubdirectory("cohort-courses-doors-");
        var options = new ServeOptions { Content = ContentFolder.Find()!, Data = home.FullName, Urls = "http://127.0.0.1:0", Demo = demo };
        await using (var app = PilotServer.Create(options))
        {
            var doors = await Doors.OfAsync(app);
            var rows = app.Services.GetRequiredService<PolicyTable>().Rows.Select(Door.Of).ToHashSet();

            Assert.Empty(doors.Except(rows));
            Assert.Empty(rows.Except(doors));
        }

        home.Delete(recursive: true);
    }
}
