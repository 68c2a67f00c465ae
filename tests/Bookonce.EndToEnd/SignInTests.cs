using System.Net;

namespace Bookonce.EndToEnd;

/// <summary>Nobody sees anything without a link, and a link is good once.</summary>
public sealed class SignInTests
{
    [Fact]
    public async Task A_sign_in_link_works_once()
    {
        await using var demo = await Demo.Start();
        using var first = NewPerson();
        using var second = NewPerson();

        using var welcome = await first.GetAsync(demo.SignInLink);
        using var page = await first.GetAsync(demo.Page("/invoices"));
        using var refused = await second.GetAsync(demo.SignInLink);
        using var outside = await second.GetAsync(demo.Page("/invoices"));

        Assert.Equal("/", welcome.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Contains("was used before", await refused.Content.ReadAsStringAsync());
        Assert.EndsWith("/sign-in", outside.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_stranger_gets_the_sign_in_page_and_nothing_else()
    {
        await using var demo = await Demo.Start();
        using var stranger = NewPerson();

        using var signIn = await stranger.GetAsync(demo.Page("/sign-in"));
        Assert.Equal(HttpStatusCode.OK, signIn.StatusCode);
        Assert.Contains("sign-in link", await signIn.Content.ReadAsStringAsync());
        string[] closed =
        [
            "/",
            "/invoices",
            "/settings",
            "/connect",
            "/connect/return/exact?code=x&state=y",
            "/nothing",
        ];
        foreach (var path in closed)
        {
            using var answer = await stranger.GetAsync(demo.Page(path));
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.EndsWith("/sign-in", answer.Headers.Location?.OriginalString);
        }
        using var circuit = await stranger.PostAsync(demo.Page("/_blazor/negotiate"), content: null);
        Assert.Equal(HttpStatusCode.Unauthorized, circuit.StatusCode);
    }

    [Fact]
    public async Task Style_sheets_and_scripts_answer_with_content()
    {
        await using var demo = await Demo.Start();
        using var stranger = NewPerson();

        string[] files =
        [
            "/_content/MudBlazor/MudBlazor.min.css",
            "/_content/MudBlazor/MudBlazor.min.js",
            "/_content/Bookonce.Web/bookonce.css",
            "/_content/Bookonce.Web/bookonce.js",
            "/_framework/blazor.web.js",
        ];
        foreach (var file in files)
        {
            using var answer = await stranger.GetAsync(demo.Page(file));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync());
        }
    }

    [Fact]
    public async Task Signing_out_needs_a_form_of_ours()
    {
        await using var demo = await Demo.Start();
        using var person = NewPerson();
        using var welcome = await person.GetAsync(demo.SignInLink);

        using var forged = await person.PostAsync(demo.Page("/sign-out"), new FormUrlEncodedContent([]));
        using var still = await person.GetAsync(demo.Page("/"));

        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
    }

    static HttpClient NewPerson() =>
        new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() });
}
