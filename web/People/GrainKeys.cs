using System.Xml.Linq;
using CohortCourses.Contracts;
using CohortCourses.Contracts.People;
using CohortCourses.Web.Startup;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace CohortCourses.Web.People;

/// <summary>
/// Keeps the keys of the framework's data protection with a grain, so that a cookie or form of one node holds on every other. The first look of all
/// takes over the files of a data folder that an earlier version kept them in.
/// </summary>
internal sealed class GrainKeys(IGrainFactory grains, ServeOptions options) : IXmlRepository
{
    private int known;

    private IKeyRingGrain Ring => grains.KeyRing();

    public IReadOnlyCollection<XElement> GetAllElements() => Wait(ReadAsync());

    public void StoreElement(XElement element, string friendlyName) => Wait(AddAsync(element, friendlyName));

    private async Task<IReadOnlyCollection<XElement>> ReadAsync()
    {
        var keys = await Ring.Keys();
        if (keys.IsEmpty && FilesOfBefore() is { Length: > 0 } files)
        {
            for (var at = 0; at < files.Length; at++)
            {
                await Ring.Add(new(Path.GetFileNameWithoutExtension(files[at]), await File.ReadAllTextAsync(files[at])), at);
            }

            keys = await Ring.Keys();
        }

        known = keys.Length;
        return [.. keys.Select(key => XElement.Parse(key.Xml))];
    }

    private async Task<bool> AddAsync(XElement element, string id)
    {
        await Ring.Add(new(id, element.ToString(SaveOptions.DisableFormatting)), known);
        return true;
    }

    private string[] FilesOfBefore() =>
        options.Data is { } data && Path.Combine(data, "keys") is var folder && Directory.Exists(folder) ? Directory.GetFiles(folder, "*.xml") : [];

    // The framework asks at the start and once a day after, and knows no other way of waiting.
#pragma warning disable VSTHRD002
    private static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();
#pragma warning restore VSTHRD002
}
