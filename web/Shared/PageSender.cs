using System.Diagnostics;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CohortCourses.Web.Shared;

/// <summary>
/// Shows pages: writes a page and its layout as bytes and hands all of it to the connection at once, with its length. The framework keeps every
/// piece of a view as an object until the page is whole, then as characters, then as bytes, and sends those in parts.
/// </summary>
internal sealed class PageSender(
    IHttpResponseStreamWriterFactory writers,
    ICompositeViewEngine allViews,
    IRazorViewEngine views,
    IRazorPageActivator activator,
    IRazorPageFactoryProvider factories,
    DiagnosticListener diagnostics,
    HtmlEncoder encoder) : PageResultExecutor(writers, allViews, views, activator, diagnostics, encoder)
{
    private const string Layout = "/Shared/_Layout.cshtml";

    private readonly IRazorPageActivator activator = activator;
    private readonly Func<IRazorPage> layouts = factories.CreateFactory(Layout).RazorPageFactory!;

    public override async Task ExecuteAsync(PageContext pageContext, PageResult result)
    {
        var (page, view) = (result.Page, result.Page.ViewContext);
        pageContext.ViewData = view.ViewData;
        using var html = new HtmlWriter();
        view.Writer = html;
        page.Layout = Layout;
        await page.ExecuteAsync();
        if (page.Layout is null)
        {
            await SendAsync(pageContext.HttpContext.Response, result, html);
            return;
        }

        using var whole = new HtmlWriter();
        var layout = layouts();
        page.IsLayoutBeingRendered = true;
        (layout.PreviousSectionWriters, layout.BodyContent) = (page.SectionWriters, html);
        (layout.ViewContext, view.Writer, view.ExecutingFilePath) = (view, whole, Layout);
        activator.Activate(layout, view);
        await layout.ExecuteAsync();
        layout.EnsureRenderedBodyOrSections();
        await SendAsync(pageContext.HttpContext.Response, result, whole);
    }

    private static async Task SendAsync(HttpResponse response, PageResult result, HtmlWriter html)
    {
        response.StatusCode = result.StatusCode ?? response.StatusCode;
        response.ContentType = result.ContentType ?? response.ContentType ?? "text/html; charset=utf-8";
        response.ContentLength = html.Length;
        await response.StartAsync();
        html.MoveTo(response.BodyWriter);
        await response.BodyWriter.FlushAsync(response.HttpContext.RequestAborted);
    }
}

internal static class PageSenderServices
{
    public static void AddPageSender(this IServiceCollection services)
    {
        services.Replace(ServiceDescriptor.Singleton<PageResultExecutor, PageSender>());
        services.AddSingleton<PartEngine>();
        services.AddSingleton<IConfigureOptions<MvcViewOptions>>(provider => provider.GetRequiredService<PartEngine>());
    }
}
