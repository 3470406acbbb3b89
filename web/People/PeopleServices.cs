using CohortCourses.Web.Startup;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CohortCourses.Web.People;

/// <summary>Wires accounts, sessions and tokens.</summary>
internal static class PeopleServices
{
    public static IServiceCollection AddPeople(this IServiceCollection services, ServeOptions options)
    {
        services.AddKeys(options);
        services.AddSingleton<Throttles>();
        services.AddScoped<Accounts>();
        services.AddSingleton<Vault>();
        services.AddSingleton<PassphraseLinks>();
        services.AddSingleton<Confirmations>();

        services.AddSingleton<ILookupNormalizer, SignInName>();
        services.AddSingleton<IUserValidator<Account>, SignInName>();
        services.AddSingleton<IPasswordValidator<Account>, PassphraseRules>();
        services.Configure<PasswordHasherOptions>(HashingOptions.Apply);
        services.AddIdentityCore<Account>(identity =>
            {
                identity.Lockout.MaxFailedAccessAttempts = Throttles.MostTries;
                identity.Lockout.DefaultLockoutTimeSpan = Throttles.Wait;
            })
            .AddUserStore<AccountStore>()
            .AddUserManager<AccountManager>()
            .AddSignInManager();

        services.AddAuthentication(Session.Scheme)
            .AddCookie(Session.Scheme)
            .AddScheme<AuthenticationSchemeOptions, ApiToken>(ApiToken.SchemeName, configureOptions: null);
        services.AddSingleton<IConfigureOptions<CookieAuthenticationOptions>, SessionOptions>();
        services.PostConfigure<CookieAuthenticationOptions>(Session.Scheme, session => session.TicketDataFormat = new RecentTickets(session.TicketDataFormat));
        services.AddAntiforgery(antiforgery => antiforgery.Cookie = new HouseCookie("form"));
        var framework = services.Single(service => service.ServiceType == typeof(IAntiforgery)).ImplementationType!;
        services.Replace(ServiceDescriptor.Singleton<IAntiforgery>(host =>
            new RecentForms((IAntiforgery)ActivatorUtilities.CreateInstance(host, framework), host.GetRequiredService<IOptions<AntiforgeryOptions>>())));
        services.Configure<CookieTempDataProviderOptions>(told => told.Cookie = new HouseCookie("told"));
        return services;
    }

    /// <summary>What proves cookies, forms and links in mail: on every node the same, and after a restart.</summary>
    internal static void AddKeys(this IServiceCollection services, ServeOptions options)
    {
        services.AddDataProtection().SetApplicationName("CohortCourses");
        services.AddOptions<KeyManagementOptions>().Configure<IGrainFactory>((keys, grains) => keys.XmlRepository = new GrainKeys(grains, options));
    }

    /// <summary>Finds out who is there. The host puts both in front of everything, files as well, where they are not named.</summary>
    public static void UsePeople(this IApplicationBuilder app) => app.UseAuthentication().UseAuthorization();

    public static void MapPeople(this IEndpointRouteBuilder routes) => routes.MapGet("/me/export", Export.GetAsync);
}
