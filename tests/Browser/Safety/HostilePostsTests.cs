using CohortCourses.Contracts;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Tests.Browser.Pilot;
using CohortCourses.Tests.Content.Discussion;
using Microsoft.Playwright;

namespace CohortCourses.Tests.Browser.Safety;

/// <summary>What people who mean harm write, shown by a real browser that nothing holds back: the Content-Security-Policy is taken off on the way.</summary>
public sealed class HostilePostsTests(Chromium chromium)
{
    private const string Cohort = "spring";
    private const int PageSize = 50;

    /// <summary>Through the form, by one person: as many as the pace lets through at once.</summary>
    private static readonly string[] Typed =
    [
        "<script>hostile()</script>", "<img src=x onerror=hostile()>", "</div></article></form><svg onload=hostile()>", "[x](javascript:hostile())", "<javascript:hostile()>",
        "![x](https://hostile.example/pixel.png)", "```html\n</code></pre><script>hostile()</script>\n```", "*&#xFFFF; [x](https://good.example)*", "@{\"><img src=x onerror=hostile()>}",
        "> - > <iframe srcdoc='<script>parent.hostile()</script>'>", "</template><style>*{display:none}</style>",
    ];

    private const string PolicyIsOff = """
        () => { const script = document.createElement('script'); script.textContent = 'window.free = true'; document.head.append(script); script.remove(); return window.free === true; }
        """;

    /// <summary>Provokes whatever waits for an event, then says what is not as it should be.</summary>
    private const string Flaws = """
        () => {
          const may = { P: ['dir'], UL: ['dir'], OL: ['dir', 'start'], LI: ['dir'], BLOCKQUOTE: ['dir'], PRE: ['dir', 'tabindex'], CODE: [], EM: [], STRONG: [], BR: [], HR: [],
            A: ['href', 'rel'], SPAN: ['class', 'data-who'], BDI: [] };
          const flaws = [];
          const posts = document.getElementById('posts');
          const articles = [...posts.children].filter(part => !part.matches('p.unread-line, input[type=hidden]'));
          for (const article of articles) {
            const parts = [...article.children].map(part => `${part.localName}.${part.classList[0]}`).join(' ');
            if (parts !== 'span.face header.who div.post-body footer.reactions') { flaws.push(`${article.outerHTML.slice(0, 200)} is made of ${parts}`); continue; }
            const body = article.querySelector('.post-body');
            for (const part of body.querySelectorAll('*')) {
              for (const kind of ['mouseover', 'pointerenter', 'focus', 'toggle', 'animationstart', 'error', 'load']) part.dispatchEvent(new Event(kind));
              const bad = !may[part.tagName] || [...part.attributes].find(attribute => !may[part.tagName].includes(attribute.name));
              if (bad) flaws.push(`${article.id}: ${part.outerHTML.slice(0, 200)}`);
              if (part.tagName === 'A' && (!/^(https?|mailto):/.test(part.href) || part.rel !== 'nofollow ugc noopener')) flaws.push(`${article.id} leads to ${part.href}`);
            }
            const [outer, inner] = [article.getBoundingClientRect(), body.getBoundingClientRect()];
            if (inner.left < outer.left - 1 || inner.right > outer.right + 1 || inner.bottom > outer.bottom + 1) flaws.push(`${article.id} is larger than its place`);
          }
          const reply = document.getElementById('reply-form');
          if (!reply || posts.contains(reply) || document.querySelectorAll('main').length !== 1 || !document.querySelector('main').contains(reply)) flaws.push('the form to reply is not where it was');
          if (document.body.lastElementChild.closest('.post')) flaws.push('a post swallowed the page');
          if (document.documentElement.scrollWidth > document.documentElement.clientWidth) flaws.push('the page can be scrolled sideways');
          if (window.ran) flaws.push('a script ran');
          return [articles.length, ...flaws];
        }
        """;

    [Fact]
    public async Task Corpus_ShownWithoutPolicy_RunsNothing_StaysInItsPosts_AndCallsNobody()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync(Cohort);
        var amina = await pilot.JoinAsync("amina", Cohort);
        pilot.Clock.JumpTo(pilot.Clock.Now.AddDays(8));
        var (thread, posts) = await PostAllAsync(pilot, amina, await pilot.JoinAsync("kenji", Cohort));
        await using var phone = await chromium.OpenAsync(pilot, Screen.Phone);
        await phone.SignInAsync(amina, pilot.Address);
        var harm = await UnguardAsync(phone, pilot);

        for (var from = 1; from <= posts; from += PageSize)
        {
            await phone.Page.GotoAsync($"/c/{Cohort}/discussion/{thread}?at={from}");
            await LooksHarmlessAsync(phone, Math.Min(PageSize, posts - from + 1));
        }

        Assert.InRange(posts, 300, int.MaxValue);
        Assert.Empty(harm);
    }

    [Fact]
    public async Task Posts_TypedIntoTheForm_AreAsHarmlessWhenTheyComeLive()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync(Cohort);
        var amina = await pilot.JoinAsync("amina", Cohort);
        var thread = Guid.CreateVersion7().ToString();
        await pilot.Grains.Thread(Cohort, thread).Start(New(thread), new(amina.Learner, IsTeam: false, IsStaff: false));
        await using var writes = await chromium.OpenAsync(pilot, Screen.Desk);
        await using var watches = await chromium.OpenAsync(pilot, Screen.Phone);
        await writes.SignInAsync(amina, pilot.Address);
        await watches.SignInAsync(await pilot.JoinAsync("kenji", Cohort), pilot.Address);
        var harm = await UnguardAsync(writes, pilot);
        var seen = await UnguardAsync(watches, pilot);
        await writes.Page.GotoAsync($"/c/{Cohort}/discussion/{thread}");
        await watches.Page.GotoAsync($"/c/{Cohort}/discussion/{thread}");

        foreach (var (place, text) in Typed.Index())
        {
            await writes.Page.Locator("#reply-form textarea").FillAsync(text);
            await writes.Page.Locator("#reply-form button.button:not(.plain)").ClickAsync();
            await Assertions.Expect(writes.Page.Locator($"#p-{place + 2}")).ToBeAttachedAsync();
            await Assertions.Expect(watches.Page.Locator($"#p-{place + 2}")).ToBeAttachedAsync();
        }

        await LooksHarmlessAsync(writes, Typed.Length + 1);
        await LooksHarmlessAsync(watches, Typed.Length + 1);
        Assert.Empty(harm.Concat(seen));
    }

    /// <summary>
    /// Each input through the API and through the form; what the form made of it that the API did not is posted as well, so that all of it is
    /// shown. The hub takes no text. What holds nothing that can be read, or is no text at all, is refused.
    /// </summary>
    private static async Task<(string Thread, int Posts)> PostAllAsync(TestPilot pilot, Visitor program, Visitor typist)
    {
        var (byApi, byForm) = (Guid.CreateVersion7().ToString(), Guid.CreateVersion7().ToString());
        foreach (var (id, who) in new[] { (byApi, program), (byForm, typist) })
        {
            Assert.True((await pilot.Grains.Thread(Cohort, id).Start(New(id), new(who.Learner, IsTeam: false, IsStaff: false))).Accepted);
        }

        await using var doors = await Doors.OpenAsync(pilot, Cohort, program, typist);
        foreach (var (number, text) in Hostile.Inputs.Index())
        {
            if (number % Doors.AtOnce == 0)
            {
                pilot.Clock.Advance(Doors.Breath);
            }

            Assert.Contains(await doors.PostAsync(byApi, text), new[] { 201, 400, 409, 422 });
            Assert.Contains(await doors.TypeAsync(byForm, text), new[] { 302, 400, 409, 422 });
        }

        var thread = pilot.Grains.Thread(Cohort, byApi);
        foreach (var text in (await TextsAsync(pilot, byForm)).Except(await TextsAsync(pilot, byApi), StringComparer.Ordinal))
        {
            Assert.True((await thread.Post(new(Guid.CreateVersion7().ToString(), text), new(program.Learner, IsTeam: false, IsStaff: false))).Outcome.Accepted);
        }

        return (byApi, (await thread.Summary())!.Numbers);
    }

    private static async Task<IReadOnlyCollection<string>> TextsAsync(TestPilot pilot, string thread)
    {
        var posts = (await pilot.Grains.Thread(Cohort, thread).WrittenBy((await pilot.Grains.Thread(Cohort, thread).Summary())!.By)).ToList();
        Assert.InRange(posts.Count, 300, int.MaxValue);
        return [.. posts.Select(post => post.Text!)];
    }

    private static NewThread New(string id) =>
        new(id, 1, "</title><script>hostile()</script>\" onmouseover=\"hostile()", ThreadKind.Talk, Audience.Cohort, new(id, "Harmless."));

    /// <summary>Takes the policy off every page, and notes each dialog and each request that would leave.</summary>
    private static async Task<IReadOnlyCollection<string>> UnguardAsync(Device device, TestPilot pilot)
    {
        var harm = new System.Collections.Concurrent.ConcurrentQueue<string>();
        await device.Context.AddInitScriptAsync("window.hostile = () => { window.ran = true; };");
        device.Page.Dialog += (_, dialog) => harm.Enqueue(dialog.Message);
        device.Page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(pilot.Address.ToString(), StringComparison.Ordinal))
            {
                harm.Enqueue(request.Url);
            }
        };
        await device.Context.RouteAsync("**/*", async route =>
        {
            if (route.Request.ResourceType != "document")
            {
                await route.ContinueAsync();
                return;
            }

            var answer = await route.FetchAsync();
            await route.FulfillAsync(new() { Response = answer, Headers = answer.Headers.Where(header => header.Key != "content-security-policy") });
        });
        return harm;
    }

    private static async Task LooksHarmlessAsync(Device device, int posts)
    {
        Assert.True(await device.Page.EvaluateAsync<bool>(PolicyIsOff), "The policy still stands, so that nothing is shown.");
        var found = (await device.Page.EvaluateAsync<System.Text.Json.JsonElement>(Flaws)).EnumerateArray().Select(one => one.ToString()).ToArray();
        Assert.Equal([posts.ToString(System.Globalization.CultureInfo.InvariantCulture)], found);
    }
}
