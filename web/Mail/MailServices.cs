using CohortCourses.Web.Startup;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Mail;

/// <summary>Wires what writes and sends mail.</summary>
internal static class MailServices
{
    /// <summary>Add it after the demo, whose story is told before anybody is written to.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services, ServeOptions serve, MailOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<MailLinks>();
        services.AddSingleton<MailAddresses>();
        services.AddSingleton<Recipients>();
        services.AddSingleton<DigestRound>();
        services.AddSingleton<MentionRound>();
        services.AddSingleton<DeskRound>();
        services.AddSingleton<FreshPosts>();
        services.AddSingleton<PostLines>();
        services.AddSingleton<INewsSource, CohortNews>();
        services.AddSingleton<INewsSource, DiscussionNews>();
        services.AddSingleton<ILetterWriter, ConfirmationWriter>();
        services.AddSingleton<ILetterWriter, MentionWriter>();
        services.AddSingleton<ILetterWriter, DigestWriter>();
        services.AddSingleton<ILetterWriter, QuestionWriter>();
        services.AddSingleton<ILetterWriter, HelloWriter>();
        services.AddSingleton<ILetterWriter, PassphraseLinkWriter>();
        services.AddSingleton<IMailCarrier>(provider => options.Server is null
            ? new FileCarrier(FolderIn(serve), options, provider.GetRequiredService<TextCatalog>(), provider.GetRequiredService<TimeProvider>())
            : new SmtpCarrier(options, provider.GetRequiredService<TextCatalog>()));
        services.AddSingleton<Postman>();
        services.AddHostedService(provider => provider.GetRequiredService<Postman>());
        return services;
    }

    /// <summary>Beside the data, or beside nothing if that goes when the server stops.</summary>
    private static string FolderIn(ServeOptions serve) => Path.Combine(serve.Data ?? Path.Combine(Path.GetTempPath(), $"cohortcourses-{Environment.ProcessId}"), "mail");
}
