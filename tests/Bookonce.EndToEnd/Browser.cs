using Microsoft.Playwright;

namespace Bookonce.EndToEnd;

/// <summary>A real Chromium with one window. It notes what no page may do: ask another machine for anything, or fail unseen.</summary>
sealed class Browser : IAsyncDisposable
{
    const string Usual = "/usr/bin/chromium";

    /// <summary>Milliseconds; generous, because a busy machine must not look like a broken page.</summary>
    const int Patience = 60_000;
    readonly IPlaywright playwright;
    readonly IBrowser browser;
    readonly List<string> faults = [];

    Browser(IPlaywright playwright, IBrowser browser, IPage page)
    {
        (this.playwright, this.browser, Page) = (playwright, browser, page);
        page.SetDefaultTimeout(Patience);
        page.PageError += (_, error) => faults.Add(error);
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { IsLoopback: false, Scheme: "http" or "https" or "ws" or "wss" })
                faults.Add($"asked {request.Url}");
        };
    }

    /// <summary>The window.</summary>
    public IPage Page { get; }

    /// <summary>What a page did that none may do; empty when all is well.</summary>
    public IReadOnlyList<string> Faults => faults;

    static string Program => Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named : Usual;

    /// <summary>Skips the test, saying why, where there is no browser; else starts one.</summary>
    public static async Task<Browser> Start()
    {
        Assert.SkipUnless(
            File.Exists(Program),
            $"There is no browser at {Program}: install Chromium or name one in CHROMIUM."
        );
        Assertions.SetDefaultExpectTimeout(Patience);
        var driver = await Playwright.CreateAsync();
        var chromium = await driver.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath = Program,
                Args =
                [
                    "--no-sandbox",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--no-first-run",
                ],
            }
        );
        var page = await chromium.NewPageAsync(
            new BrowserNewPageOptions
            {
                ViewportSize = new ViewportSize { Width = 1280, Height = 860 },
            }
        );
        return new Browser(driver, chromium, page);
    }

    /// <summary>Opens the sign-in link of a demo and waits for the first page.</summary>
    public async Task SignIn(Demo demo)
    {
        await Page.GotoAsync(demo.SignInLink.AbsoluteUri);
        await Button("Synchronise").WaitForAsync();
    }

    /// <summary>A button by its exact name.</summary>
    public ILocator Button(string name) =>
        Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = true });

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
