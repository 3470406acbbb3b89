using System.Net;
using CohortCourses.Hosting;
using Microsoft.Extensions.Configuration;

namespace CohortCourses.Tests.Grains.Hosting;

public sealed class ClusterSettingsTests
{
    private const string Account = "DefaultEndpointsProtocol=https;AccountName=courses;AccountKey=a2V5";

    [Fact]
    public void Settings_WhenThereAreNone_LeaveTheProcessAlone() => Assert.False(Read().IsShared);

    [Fact]
    public void Settings_WhenOnlyTheStorageIsNamed_AreEnough()
    {
        var settings = Read(("Storage", Account));

        Assert.Equal(new() { Storage = Account }, settings);
        Assert.False(settings.StorageIsAddress);
    }

    [Fact]
    public void Settings_WhenAllAreNamed_AreTaken() => Assert.Equal(
        new()
        {
            Storage = "https://courses.blob.core.windows.net",
            ClusterId = "blue",
            ServiceId = "pilot",
            AdvertisedAddress = IPAddress.Parse("10.0.0.4"),
            SiloPort = 12000,
            GatewayPort = 31000,
        },
        Read(("Storage", "https://courses.blob.core.windows.net"), ("ClusterId", "blue"), ("ServiceId", "pilot"), ("AdvertisedAddress", "10.0.0.4"), ("SiloPort", "12000"), ("GatewayPort", "31000")));

    [Theory]
    [InlineData("Storage", "somewhere", "Write it like DefaultEndpointsProtocol=")]
    [InlineData("Storage", "https://courses.example.org", "https://courses.blob.core.windows.net")]
    [InlineData("SiloPort", "0", "Set it to a number from 1 to 65535.")]
    [InlineData("SiloPort", "many", "Set it to a number from 1 to 65535.")]
    [InlineData("GatewayPort", "65536", "Set it to a number from 0 to 65535.")]
    [InlineData("GatewayPort", "11111", "Set them to different ports")]
    [InlineData("AdvertisedAddress", "node-1", "such as 10.0.0.4")]
    [InlineData("AdvertisedAddress", "0.0.0.0", "such as 10.0.0.4")]
    [InlineData("ClusterId", "my cluster", "letters, digits and hyphens")]
    [InlineData("ServiceId", "Pilot", "small letters, digits and single hyphens")]
    [InlineData("ServiceId", "a--b", "small letters, digits and single hyphens")]
    [InlineData("Ports", "1", "is no setting. There are Cluster:Storage,")]
    public void Settings_ThatMakeNoSense_SayWhatToSet(string name, string value, string says)
    {
        var failure = Assert.Throws<ClusterSettingsException>(() => name == "Storage" ? Read((name, value)) : Read(("Storage", Account), (name, value)));

        Assert.Contains($"Cluster:{name}", failure.Message, StringComparison.Ordinal);
        Assert.Contains(says, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_WithoutAStorage_SayThatItIsMissing() =>
        Assert.Contains("but not Cluster:Storage. Set it to", Assert.Throws<ClusterSettingsException>(() => Read(("SiloPort", "12000"))).Message, StringComparison.Ordinal);

    private static ClusterSettings Read(params (string Name, string Value)[] settings) => ClusterSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Cluster:{setting.Name}", (string?)setting.Value))).Build());
}
