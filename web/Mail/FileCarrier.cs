using System.Globalization;
using System.Net.Mail;
using CohortCourses.Web.People;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Mail;

/// <summary>Writes mail into a folder, as files that mail programs open: without a server, and in the demo.</summary>
internal sealed class FileCarrier(string folder, MailOptions options, TextCatalog texts, TimeProvider clock) : IMailCarrier
{
    public async Task<Delivery> CarryAsync(Parcel parcel, CancellationToken stop)
    {
        Directory.CreateDirectory(folder);
        var mark = $"{MarkOf(parcel.Letter.Learner)}-{parcel.Id[..8]}.eml";
        if (Directory.EnumerateFiles(folder, $"*-{mark}").Any())
        {
            return Delivery.Sent;
        }

        var room = Directory.CreateDirectory(Path.Combine(folder, $".{parcel.Id}"));
        using (var message = parcel.ToMessage(options, new Words(texts, parcel.Text.Language)["brand"]))
        using (var client = new SmtpClient())
        {
            (client.DeliveryMethod, client.PickupDirectoryLocation) = (SmtpDeliveryMethod.SpecifiedPickupDirectory, room.FullName);
            await client.SendMailAsync(message, stop);
        }

        // It appears under its name whole or not at all.
        var name = string.Create(CultureInfo.InvariantCulture, $"{clock.GetUtcNow():yyyyMMdd-HHmm}-{parcel.Letter.Kind.ToString().ToLowerInvariant()}-{mark}");
        File.Move(Directory.EnumerateFiles(room.FullName).First(), Path.Combine(folder, name));
        room.Delete(recursive: true);
        return Delivery.Sent;
    }

    public void Forget(string learner)
    {
        foreach (var file in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, $"*-{MarkOf(learner)}-*.eml") : [])
        {
            File.Delete(file);
        }
    }

    private static string MarkOf(string learner) => Secrets.Hash(learner)[..8];
}
