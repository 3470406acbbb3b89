using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CohortCourses.Tests.Browser.Pilot;

/// <summary>One person's browser. Every page that it is asked to look at is checked as a person would meet it.</summary>
public sealed class Device(IBrowserContext context, IPage page, bool script) : IAsyncDisposable
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    /// <summary>The innermost parts that reach beyond the sides of the window, if the window can be scrolled sideways.</summary>
    private const string WhatSticksOut = """
        () => {
          const root = document.documentElement;
          if (root.scrollWidth <= root.clientWidth) return [];
          return [...document.querySelectorAll('body *')]
            .filter(part => { const box = part.getBoundingClientRect(); return box.width > 0 && (box.left < -1 || box.right > root.clientWidth + 1); })
            .filter((part, _, all) => !all.some(other => other !== part && part.contains(other)))
            .map(part => part.outerHTML.slice(0, 120));
        }
        """;

    public IPage Page => page;

    public IBrowserContext Context => context;

    /// <summary>Signs an account in by handing over its session.</summary>
    public async Task SignInAsync(Visitor visitor, Uri address) => await context.AddCookiesAsync(
        visitor.CookiesOf(address).Select(cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Url = address.ToString() }));

    /// <summary>Opens a page and looks at it.</summary>
    public async Task OpenAsync(string path)
    {
        await page.GotoAsync(path);
        await LookAsync();
    }

    /// <summary>Opens a page and waits until the hub has confirmed that it watches.</summary>
    public async Task WatchAsync(string path)
    {
        var watching = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) =>
        {
            if (frame.Text?.Contains("\"missed\"", StringComparison.Ordinal) == true)
            {
                watching.TrySetResult();
            }
        };
        await OpenAsync(path);
        await watching.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
    }

    /// <summary>Presses a button or follows a link that leads to another page, and looks at that.</summary>
    public async Task PressAsync(ILocator what)
    {
        await what.ClickAsync();
        await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
        await LookAsync();
    }

    public ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name });

    public ILocator Link(string name) => page.GetByRole(AriaRole.Link, new() { Name = name });

    public ILocator Heading(string name) => page.GetByRole(AriaRole.Heading, new() { Name = name });

    /// <summary>Nothing sticks out sideways and, where a script can run, axe finds nothing.</summary>
    public async Task LookAsync()
    {
        var path = new Uri(page.Url).PathAndQuery;
        if (!script)
        {
            return;
        }

        var outside = await page.EvaluateAsync<string[]>(WhatSticksOut);
        Assert.True(outside.Length == 0, $"{path} sticks out sideways: {string.Join(", ", outside)}");
        var found = await page.RunAxe(Rules);
        Assert.True(found.Violations.Length == 0, $"{path}: {string.Join("\n", found.Violations.Select(Describe))}");
    }

    public async ValueTask DisposeAsync()
    {
        if (TestContext.Current.TestState?.Result == TestResult.Failed)
        {
            Directory.CreateDirectory("artifacts/failures");
            await page.ScreenshotAsync(new() { Path = $"artifacts/failures/{TestContext.Current.Test?.TestDisplayName}.png", FullPage = true });
        }

        await context.DisposeAsync();
    }

    private static string Describe(AxeResultItem rule) =>
        $"{rule.Id}: {rule.Help} at {string.Join(" and ", rule.Nodes.Take(3).Select(node => node.Html))}";
}
