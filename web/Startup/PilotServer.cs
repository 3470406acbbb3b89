using CohortCourses.Hosting;
using CohortCourses.Web.Api;
using CohortCourses.Web.Calendar;
using CohortCourses.Web.Cohorts;
using CohortCourses.Web.Courses;
using CohortCourses.Web.Demo;
using CohortCourses.Web.Discussion;
using CohortCourses.Web.Errors;
using CohortCourses.Web.Evaluation;
using CohortCourses.Web.Feedback;
using CohortCourses.Web.Health;
using CohortCourses.Web.Live;
using CohortCourses.Web.Mail;
using CohortCourses.Web.Moderation;
using CohortCourses.Web.Organise;
using CohortCourses.Web.People;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Search;
using CohortCourses.Web.Shared;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Startup;

/// <summary>Puts the server together. Tests start the same one, with a clock of their own.</summary>
public static class PilotServer
{
    /// <summary>Every feature's rows; what is not here is refused. The demo adds its own.</summary>
    public static PolicyTable Policies { get; } = new(
    [
        .. SitePolicies.Rows,
        .. ErrorPolicies.Rows,
        .. HealthServices.Policies,
        .. ApiServices.Policies,
        .. CourseServices.Policies,
        .. CohortPolicies.Rows,
        .. PeoplePolicies.Rows,
        .. OrganisePolicies.Rows,
        .. LiveServices.Policies,
        .. DiscussionPolicies.Rows,
        .. FeedbackPolicies.Rows,
        .. SearchServices.Policies,
        .. ModerationPolicies.Rows,
        .. EvaluationPolicies.Rows,
        .. MailPolicies.Rows,
        .. FindingPolicies.Rows,
        .. CodingPolicies.Rows,
    ]);

    /// <param name="instead">Puts other services in the place of these, such as the grains of another node.</param>
    public static WebApplication Create(ServeOptions options, TimeProvider? clock = null, Action<IServiceCollection>? instead = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "CohortCourses.Web", ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseStaticWebAssets();
        // Files are served as they were built: compressed, and kept by browsers under an address that holds their hash.
        builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
        builder.WebHost.UseUrls(options.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = BodyLimit.Form;
        });

        WebApplication? app = null;
        builder.Logging.KeepToWarnings(() => app?.Lifetime.ApplicationStarted.IsCancellationRequested == true);
        var services = builder.Services;
        var demoClock = options.Demo ? clock as SteerableClock ?? DemoClock.Open(options) : null;
        services.AddSingleton(clock ?? demoClock ?? TimeProvider.System);
        services.AddSingleton(options);
        var cluster = ClusterSettings.Read(builder.Configuration);
        services.AddSilo(new SiloOptions { DataFolder = options.Data, Cluster = cluster });
        services.AddSingleton(WordingHtml.Encoder);
        services.AddSingleton(TextCatalog.Load());
        services.AddScoped<Reader>();
        services.AddSingleton<Fragments>();
        services.AddSingleton(options.Demo ? new PolicyTable([.. Policies.Rows, .. DemoServices.Policies]) : Policies);
        services.AddCourses(options.Content);
        services.AddPeople(options);
        services.AddSingleton<Rolls>();
        services.AddLive();
        services.AddDiscussion();
        services.AddSearch();
        services.AddModeration();
        if (demoClock is not null)
        {
            services.AddDemo(demoClock);
            builder.Configuration[Addresses.AllowedHosts] = Addresses.Loopback;
        }

        services.AddMail(options, options.Mail ?? (options.Demo ? new() : MailOptions.Read(builder.Configuration)));
        services.AddHealth(cluster.IsShared ? Drain.OfANode : TimeSpan.Zero);
        services.AddApi();
        services.AddLightAnswers();
        services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
        services.AddRazorPages(pages => pages.RootDirectory = "/").AddMvcOptions(LightBinding.Apply);
        services.AddPageSender();

        instead?.Invoke(services);
        app = builder.Build();
        // Else the framework puts both before everything, static files and all; UsePeople and the gate are where they belong.
        foreach (var own in new[] { "__AuthenticationMiddlewareSet", "__AuthorizationMiddlewareSet" })
        {
            ((IApplicationBuilder)app).Properties[own] = true;
        }

        LiveWay.Use(app);
        app.UseSecurityHeaders();
        app.UseHsts();
        app.UseResponseCompression();
        app.UseMiddleware<ErrorPages>();
        app.UseRouting();
        app.UseBodyLimit();
        app.UsePeople();
        app.UseMiddleware<CalendarKey>();
        app.UseMiddleware<LanguageChoice>();
        app.UseMiddleware<PolicyGate>();
        app.UseAntiforgery();
        app.UseMiddleware<ApiAntiforgery>();
        app.UsePageCount();
        app.MapStaticAssets().WithMetadata(new OpenToAll()).ShortCircuit();
        app.MapRazorPages().WithStaticAssets();
        app.MapPost("/language", LanguageChoice.Choose);
        app.MapCourses();
        app.MapPeople();
        app.MapLive();
        app.MapDiscussion();
        app.MapModeration();
        app.MapEvaluation();
        if (options.Demo)
        {
            app.MapDemo();
        }

        app.MapHealth();
        app.MapApi();
        return app;
    }
}
