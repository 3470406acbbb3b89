using System.Xml.Linq;
using CohortCourses.Contracts;
using CohortCourses.Tests.Web.Pilot;
using CohortCourses.Web.People;
using CohortCourses.Web.Startup;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;

namespace CohortCourses.Tests.Web.People;

public sealed class KeysTests
{
    [Fact]
    public async Task Protect_OnOneNode_IsReadOnAnother_AlsoByNodesThatStartedAtOnce()
    {
        await using var pilot = await TestPilot.StartAsync();
        await using var here = Node(pilot.Grains);
        await using var there = Node(pilot.Grains);

        var cookie = here.GetRequiredService<IDataProtectionProvider>().CreateProtector("cookie").Protect("amina");

        Assert.Equal("amina", there.GetRequiredService<IDataProtectionProvider>().CreateProtector("cookie").Unprotect(cookie));
        Assert.Equal("amina", pilot.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("cookie").Unprotect(cookie));
        Assert.Single(await pilot.Grains.KeyRing().Keys());
    }

    [Fact]
    public async Task StoreElement_WhenTwoNodesMakeTheNextKeyAtOnce_BothGoOnWithTheFirst()
    {
        await using var pilot = await TestPilot.StartAsync();
        var options = new ServeOptions { Content = "" };
        var (here, there) = (new GrainKeys(pilot.Grains, options), new GrainKeys(pilot.Grains, options));
        Assert.Equal(1, Math.Max(here.GetAllElements().Count, there.GetAllElements().Count));

        here.StoreElement(new XElement("mine"), "key-mine");
        there.StoreElement(new XElement("theirs"), "key-theirs");

        Assert.Contains(there.GetAllElements(), key => key.Name == "mine");
        Assert.Equal(2, here.GetAllElements().Count);
    }

    [Fact]
    public async Task Start_OnAFolderOfAnEarlierVersion_SignsNobodyOut()
    {
        var folder = Directory.CreateTempSubdirectory("cohort-courses-keys-");
        try
        {
            var before = DataProtectionProvider.Create(folder.CreateSubdirectory("keys"), protection => protection.SetApplicationName("CohortCourses"));
            var cookie = before.CreateProtector("cookie").Protect("amina");

            await using var app = PilotServer.Create(new() { Data = folder.FullName, Content = ContentFolder.Find()!, Urls = "http://127.0.0.1:0" });
            await app.StartAsync(TestContext.Current.CancellationToken);

            Assert.Equal("amina", app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("cookie").Unprotect(cookie));
            Assert.Single(app.Services.GetRequiredService<IKeyManager>().GetAllKeys());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static ServiceProvider Node(IGrainFactory grains)
    {
        var services = new ServiceCollection();
        services.AddSingleton(grains);
        services.AddKeys(new ServeOptions { Content = "" });
        return services.BuildServiceProvider();
    }
}
