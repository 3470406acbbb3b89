using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace CohortCourses.Hosting;

/// <summary>How this node finds the others and they find it: the settings <c>Cluster:*</c>, or <c>Cluster__*</c> in the environment.</summary>
public sealed partial record ClusterSettings
{
    private const string Section = "Cluster";

    private static readonly string[] Names =
        [nameof(Storage), nameof(ClusterId), nameof(ServiceId), nameof(AdvertisedAddress), nameof(SiloPort), nameof(GatewayPort)];

    /// <summary>
    /// The storage account that the nodes share: its connection string, or the address of its blob service, such as
    /// <c>https://courses.blob.core.windows.net</c>, which is then opened with the identity of the machine. Null: this process is alone, on its data folder.
    /// </summary>
    public string? Storage { get; init; }

    /// <summary>The nodes of one id find each other. Another id on the same storage is another cluster, and two must never serve the same pilot at once.</summary>
    public string ClusterId { get; init; } = "cohort-courses";

    /// <summary>What the pilot is called. It stays the same when nodes and clusters come and go.</summary>
    public string ServiceId { get; init; } = "cohort-courses";

    /// <summary>The address at which the other nodes reach this one. Null: the first that this machine has.</summary>
    public IPAddress? AdvertisedAddress { get; init; }

    /// <summary>Where the other nodes reach this one. 1 to 65535.</summary>
    public int SiloPort { get; init; } = 11111;

    /// <summary>Where programs that are no nodes reach the grains. 0: nowhere, for every node serves the web itself.</summary>
    public int GatewayPort { get; init; }

    /// <summary>Whether there may be other nodes.</summary>
    public bool IsShared => Storage is not null;

    /// <summary>Whether <see cref="Storage"/> is the address of a service, without a key in it.</summary>
    public bool StorageIsAddress => Uri.TryCreate(Storage, UriKind.Absolute, out var address) && address.Scheme is "https" or "http";

    /// <exception cref="ClusterSettingsException">A setting makes no sense; the message says what to set.</exception>
    public static ClusterSettings Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        if (section.GetChildren().FirstOrDefault(child => !Names.Contains(child.Key, StringComparer.OrdinalIgnoreCase)) is { } strange)
        {
            throw new ClusterSettingsException($"{Section}:{strange.Key} is no setting. There are {string.Join(", ", Names.Select(name => $"{Section}:{name}"))}.");
        }

        var defaults = new ClusterSettings();
        var settings = new ClusterSettings
        {
            Storage = Text(section, nameof(Storage)),
            ClusterId = Text(section, nameof(ClusterId)) ?? defaults.ClusterId,
            ServiceId = Text(section, nameof(ServiceId)) ?? defaults.ServiceId,
            AdvertisedAddress = ReadAddress(section),
            SiloPort = ReadPort(section, nameof(SiloPort), lowest: 1) ?? defaults.SiloPort,
            GatewayPort = ReadPort(section, nameof(GatewayPort), lowest: 0) ?? defaults.GatewayPort,
        };
        settings.Check(section);
        return settings;
    }

    private void Check(IConfigurationSection section)
    {
        if (Storage is null && section.GetChildren().FirstOrDefault() is { } alone)
        {
            throw new ClusterSettingsException(
                $"{Section}:{alone.Key} is set, but not {Section}:{nameof(Storage)}. Set it to the connection string of the storage account that the nodes share, or leave out all of {Section}.");
        }

        if (StorageIsAddress ? !new Uri(Storage!).Host.Contains(".blob.", StringComparison.Ordinal) : Storage?.Contains('=', StringComparison.Ordinal) == false)
        {
            throw new ClusterSettingsException(
                $"{Section}:{nameof(Storage)} is neither a connection string nor the address of a blob service. Write it like DefaultEndpointsProtocol=https;AccountName=...;AccountKey=... or https://courses.blob.core.windows.net.");
        }

        if (ClusterId.Length > 60 || !ClusterId.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'))
        {
            throw new ClusterSettingsException($"{Section}:{nameof(ClusterId)} is '{ClusterId}'. Set it to at most 60 letters, digits and hyphens, such as {new ClusterSettings().ClusterId}.");
        }

        if (!ContainerName().IsMatch(ServiceId))
        {
            throw new ClusterSettingsException(
                $"{Section}:{nameof(ServiceId)} is '{ServiceId}'. The pilot's documents lie under this name: set it to 3 to 60 small letters, digits and single hyphens, such as {new ClusterSettings().ServiceId}.");
        }

        if (GatewayPort == SiloPort)
        {
            throw new ClusterSettingsException($"{Section}:{nameof(SiloPort)} and {Section}:{nameof(GatewayPort)} are both {SiloPort}. Set them to different ports, or leave {Section}:{nameof(GatewayPort)} out.");
        }
    }

    [GeneratedRegex("^(?=.{3,60}$)[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ContainerName();

    private static string? Text(IConfigurationSection section, string name) => section[name] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    private static int? ReadPort(IConfigurationSection section, string name, int lowest) =>
        Text(section, name) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port >= lowest && port < 65_536 ? port
        : throw new ClusterSettingsException($"{Section}:{name} is '{text}'. Set it to a number from {lowest} to 65535.");

    private static IPAddress? ReadAddress(IConfigurationSection section) =>
        Text(section, nameof(AdvertisedAddress)) is not { } text ? null
        : IPAddress.TryParse(text, out var address) && !address.Equals(IPAddress.Any) && !address.Equals(IPAddress.IPv6Any) ? address
        : throw new ClusterSettingsException($"{Section}:{nameof(AdvertisedAddress)} is '{text}'. Set it to the IP address at which the other nodes reach this one, such as 10.0.0.4.");
}

/// <summary>A setting of the cluster that the person who runs the server can mend. The message says how.</summary>
public sealed class ClusterSettingsException(string message) : Exception(message);
