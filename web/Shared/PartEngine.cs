using System.Collections.Concurrent;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.Extensions.Options;

namespace CohortCourses.Web.Shared;

/// <summary>
/// Finds the views that stand in pages, each by its whole path, and writes them where they stand. The framework's engine, which is asked after this
/// one, puts the pieces of each aside first.
/// </summary>
internal sealed class PartEngine(IRazorPageFactoryProvider factories, IRazorPageActivator activator) : IViewEngine, IConfigureOptions<MvcViewOptions>
{
    private readonly ConcurrentDictionary<string, Func<IRazorPage>?> kept = new(StringComparer.Ordinal);

    public void Configure(MvcViewOptions options) => options.ViewEngines.Insert(0, this);

    public ViewEngineResult GetView(string? executingFilePath, string viewPath, bool isMainPage) =>
        !isMainPage && viewPath is ['/', ..] && kept.GetOrAdd(viewPath, static (path, factories) => factories.CreateFactory(path).RazorPageFactory, factories) is { } pages
            ? ViewEngineResult.Found(viewPath, new Part(pages(), activator))
            : ViewEngineResult.NotFound(viewPath, []);

    public ViewEngineResult FindView(ActionContext context, string viewName, bool isMainPage) => ViewEngineResult.NotFound(viewName, []);

    private sealed class Part(IRazorPage page, IRazorPageActivator activator) : IView
    {
        public string Path => page.Path;

        public async Task RenderAsync(ViewContext context)
        {
            var around = context.ExecutingFilePath;
            (page.ViewContext, context.ExecutingFilePath) = (context, page.Path);
            activator.Activate(page, context);
            await page.ExecuteAsync();
            context.ExecutingFilePath = around;
        }
    }
}
