using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Web;
using Bookonce.Sandbox.Teamleader;
using Bookonce.Sandbox.Teamleader.Model;

namespace Bookonce.Sandbox.Tests.Teamleader;

/// <summary>What the switches of access, conventions and relations change.</summary>
public sealed class UnknownsTests
{
    [Theory]
    [InlineData(UnauthorizedBody.ErrorsArray, "errors")]
    [InlineData(UnauthorizedBody.PlainOAuth, "error_description")]
    [InlineData(UnauthorizedBody.Empty, null)]
    public async Task A_401_has_another_body_by_switch(UnauthorizedBody choice, string? member)
    {
        await using var account = await FocusAccount.Open(new TeamleaderSwitches { Unauthorized = choice });
        account.Use("guess");
        await AssertBody(await account.Send("users.me", "{}"), 401, member);
    }

    [Theory]
    [InlineData(TooManyRequestsBody.ErrorsArray, "errors")]
    [InlineData(TooManyRequestsBody.Empty, null)]
    public async Task A_429_has_another_body_by_switch(TooManyRequestsBody choice, string? member)
    {
        await using var account = await FocusAccount.Open(
            new TeamleaderSandboxOptions
            {
                CallsPerMinute = 1,
                Switches = new TeamleaderSwitches { TooManyRequests = choice },
            }
        );
        await account.Send("users.me", "{}");
        await AssertBody(await account.Send("users.me", "{}"), 429, member);
    }

    [Theory]
    [InlineData("2023-09-26", 200)]
    [InlineData("2018-01-01", 400)]
    [InlineData("yesterday", 400)]
    public async Task A_version_that_is_not_in_force_may_be_refused(string version, int status)
    {
        await using var account = await FocusAccount.Open();
        account.Http.DefaultRequestHeaders.Add("X-Api-Version", version);
        await account.Call("users.me");
        account.State.Switches = new TeamleaderSwitches { ApiVersionHeader = ApiVersionHeaderAnswer.Refused };
        await account.Call("users.me", "{}", status);
    }

    [Fact]
    public async Task An_integration_without_the_scope_is_forbidden()
    {
        await using var account = await FocusAccount.Open(
            new TeamleaderSandboxOptions
            {
                Scopes = new HashSet<string> { "users", "companies" },
            }
        );
        await account.Call("users.me");
        await account.Call("taxRates.list");
        await account.Refused("invoices.list", "{}", 403);
        await account.Refused("creditNotes.list", "{}", 403);
        await account.Refused("customFieldDefinitions.create", "{}", 403);
    }

    [Theory]
    [InlineData(DenialState.Returned, "s1")]
    [InlineData(DenialState.Dropped, null)]
    public async Task Whether_a_denial_returns_the_state_is_a_switch(DenialState choice, string? state)
    {
        await using var account = await FocusAccount.Open(new TeamleaderSwitches { DenialState = choice });
        var page = await account.Http.GetStringAsync(
            $"/oauth2/authorize?client_id=sandbox&response_type=code&redirect_uri={FocusAccount.RedirectUri}&state=s1"
        );
        var link = WebUtility.HtmlDecode(Regex.Match(page, "(?<=href=\")[^\"]+").Value);
        var query = HttpUtility.ParseQueryString(new Uri(link).Query);
        Assert.Equal(("access_denied", state), (query["error"], query["state"]));
    }

    [Fact]
    public async Task A_lost_answer_to_a_refresh_costs_the_chain()
    {
        await using var account = await FocusAccount.Open(
            new TeamleaderSwitches { RefreshAnswer = RefreshAnswer.Lost }
        );
        var refresh = (await account.Tokens()).GetProperty("refresh_token").GetString()!;
        await Assert.ThrowsAsync<HttpRequestException>(() => account.Refresh(refresh));
        Assert.Equal(HttpStatusCode.BadRequest, (await account.Refresh(refresh)).StatusCode);
    }

    [Theory]
    [InlineData(EarlierChains.LiveOn, 200)]
    [InlineData(EarlierChains.Die, 401)]
    public async Task Whether_a_new_consent_ends_the_one_before_is_a_switch(EarlierChains choice, int status)
    {
        await using var account = await FocusAccount.Open(new TeamleaderSwitches { EarlierChains = choice });
        await account.Tokens();
        Assert.Equal(status, (int)(await account.Send("users.me", "{}")).StatusCode);
    }

    [Theory]
    [InlineData(IdleRefreshToken.LivesOn, 200)]
    [InlineData(IdleRefreshToken.DiesAfterNinetyDays, 400)]
    public async Task Whether_an_idle_refresh_token_dies_is_a_switch(IdleRefreshToken choice, int status)
    {
        await using var account = await FocusAccount.Open(new TeamleaderSwitches { IdleRefreshToken = choice });
        var refresh = (await account.Tokens()).GetProperty("refresh_token").GetString()!;
        account.Clock.Advance(TimeSpan.FromDays(90));
        Assert.Equal(status, (int)(await account.Refresh(refresh)).StatusCode);
    }

    [Fact]
    public async Task Filters_have_a_stricter_reading_by_switch()
    {
        await using var account = await FocusAccount.Open();
        account.State.Plant(new Department { Name = "Oud", Archived = true });
        var spaced = """{"filter":{"vat_number":"be 0123.456.749"}}""";
        var ids = JsonSerializer.Serialize(new { filter = new { ids = Enumerable.Repeat(account.Company.Id, 101) } });
        Assert.Single((await account.Data("companies.list", spaced)).EnumerateArray());
        Assert.Single((await account.Data("companies.list", ids)).EnumerateArray());
        Assert.Equal(3, (await account.Data("departments.list")).GetArrayLength());

        account.State.Switches = new TeamleaderSwitches
        {
            VatNumberFilter = VatNumberFilter.Exact,
            LargeIds = LargeIds.Refused,
            ArchivedDepartments = ArchivedDepartments.Hidden,
        };
        Assert.Empty((await account.Data("companies.list", spaced)).EnumerateArray());
        Assert.Equal("filter.ids", (await account.Refused("companies.list", ids)).Field);
        Assert.Equal(2, (await account.Data("departments.list")).GetArrayLength());
        var archived = """{"filter":{"status":["archived"]}}""";
        Assert.Single((await account.Data("departments.list", archived)).EnumerateArray());
    }

    [Theory]
    [InlineData(DeletedCustomer.StillNamed, JsonValueKind.Object)]
    [InlineData(DeletedCustomer.Null, JsonValueKind.Null)]
    public async Task What_a_document_says_of_a_deleted_customer_is_a_switch(
        DeletedCustomer choice,
        JsonValueKind expected
    )
    {
        await using var account = await FocusAccount.Open(new TeamleaderSwitches { DeletedCustomer = choice });
        var id = await account.Booked(10);
        await account.Do("companies.delete", $$"""{"id":"{{account.Company.Id}}"}""");
        var invoicee = (await account.Data("invoices.info", $$"""{"id":"{{id}}"}""")).GetProperty("invoicee");
        Assert.Equal(expected, invoicee.GetProperty("customer").ValueKind);
        Assert.Equal("Bakkerij De Halm BV", invoicee.GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_deprecated_GET_says_everything_that_a_body_can()
    {
        await using var account = await FocusAccount.Open();
        var id = account.PlantInvoice(new DateOnly(2026, 1, 1)).Id;
        account.PlantCreditNote(new DateOnly(2026, 1, 1));
        var customer = $"filter[customer][type]=company&filter[customer][id]={account.Company.Id}";
        Assert.Equal(1, await Rows($"/invoices.list?{customer}&filter[ids][0]={id}&sort[0][field]=invoice_date"));
        Assert.Equal(0, await Rows($"/invoices.list?filter[ids][]={account.Company.Id}"));
        Assert.Equal(1, await Rows("/companies.list?filter[marketing_mails_consent]=false&includes=custom_fields"));
        Assert.Equal(0, await Rows("/companies.list?filter[marketing_mails_consent]=1"));
        Assert.Equal(1, await Rows("/companies.list?filter[tags][]=klant&filter[term]=HALM"));
        var wrong = await account.Http.GetAsync("/invoices.list?page[size]=many");
        Assert.Equal(400, (int)wrong.StatusCode);

        async Task<int> Rows(string address) =>
            (await FocusAccount.Json(await account.Http.GetAsync(address), 200)).GetProperty("data").GetArrayLength();
    }

    static async Task AssertBody(HttpResponseMessage answer, int status, string? member)
    {
        Assert.Equal(status, (int)answer.StatusCode);
        var body = await answer.Content.ReadAsStringAsync();
        if (member is null)
            Assert.Empty(body);
        else
            Assert.True(JsonSerializer.Deserialize<JsonElement>(body).TryGetProperty(member, out _), body);
    }
}
