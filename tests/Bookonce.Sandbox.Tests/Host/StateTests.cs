using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Bookonce.Sandbox.ExactOnline;
using Bookonce.Sandbox.Host;
using Bookonce.Sandbox.World;

namespace Bookonce.Sandbox.Tests.Host;

public sealed class StateTests : IDisposable
{
    readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    SandboxOptions Kept(WorldSize world = WorldSize.Empty) => new() { World = world, StateFile = _path };

    public void Dispose() => File.Delete(_path);

    static async Task<string> All(Visitor visitor, string path)
    {
        var all = "";
        for (var next = $"{path}"; next is not null; )
        {
            using var answer = await visitor.Exact(HttpMethod.Get, next);
            var d = (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty("d");
            all += d.GetProperty("results").GetRawText();
            next = d.TryGetProperty("__next", out var link) ? link.GetString()!.Split($"{Visitor.Division}/")[1] : null;
        }
        // Addresses name the port, which is another one at each start.
        return System.Text.RegularExpressions.Regex.Replace(all, @"127\.0\.0\.1:\d+", "host");
    }

    static readonly string[] Everything =
    [
        "salesentry/SalesEntries?$orderby=EntryID",
        "bulk/Financial/TransactionLines?$filter=Date gt datetime'2000-01-01'&$select=ID,EntryNumber,AmountDC,Account,OffsetID,VATCode,Modified",
        "crm/Accounts?$filter=Status eq 'C'",
        "sync/Deleted?$filter=Timestamp gt 0L",
        "sync/Cashflow/PaymentTerms?$filter=Timestamp gt 0L&$select=ID,AmountDC,Status,Timestamp",
        "financial/Journals",
        "financial/GLAccounts",
        "vat/VATCodes",
        "read/financial/JournalStatusList",
    ];

    [Fact]
    public async Task Everything_that_Exact_says_outlives_a_restart()
    {
        var before = new List<string>();
        var options = Kept(WorldSize.Demo) with { ExactCallsPerMinute = 10_000 };
        await using (var visitor = await Visitor.Arrive(options))
        {
            using var booked = await visitor.Book("kept");
            using var gone = await visitor.Book("gone");
            visitor.Books.DeleteEntry(visitor.Books.Entries[^1]);
            visitor.Books.ClosePeriod("70", 2026, 1);
            foreach (var path in Everything)
                before.Add(await All(visitor, path));
        }
        await using (var visitor = await Visitor.Arrive(options))
        {
            foreach (var (index, path) in Everything.Index())
                Assert.Equal(before[index], await All(visitor, path));
            Assert.Empty(visitor.Host.Truth.Documents);
        }
    }

    [Fact]
    public async Task Everything_that_Teamleader_holds_outlives_a_restart()
    {
        static string Picture(Visitor visitor)
        {
            var state = visitor.Host.TeamleaderState;
            return JsonSerializer.Serialize(
                new
                {
                    state.AccountId,
                    state.Departments,
                    state.TaxRates,
                    state.Companies,
                    state.Contacts,
                    state.Invoices,
                    state.CreditNotes,
                }
            );
        }
        string before;
        await using (var visitor = await Visitor.Arrive(Kept(WorldSize.Demo)))
            before = Picture(visitor);
        await using (var visitor = await Visitor.Arrive(Kept(WorldSize.Demo)))
            Assert.Equal(before, Picture(visitor));
    }

    [Fact]
    public async Task Tokens_numbers_and_ids_go_on_after_a_restart()
    {
        string token;
        await using (var visitor = await Visitor.Arrive(Kept()))
        {
            token = visitor.AccessToken;
            using var booked = await visitor.Book("F1");
        }
        await using (
            var visitor = await Visitor.Arrive(
                Kept() with
                {
                    ExactSwitches = new() { SecondAuthorization = SecondAuthorization.LeavesBoth },
                }
            )
        )
        {
            using var request = new HttpRequestMessage(
                HttpMethod.Get,
                new Uri(visitor.Host.ExactUrl, "/api/v1/current/Me?$select=CurrentDivision")
            );
            request.Headers.Authorization = new("Bearer", token);
            request.Headers.Accept.ParseAdd("application/json");
            using var answer = await visitor.Http.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            using var booked = await visitor.Book("F2");
            Assert.Equal(HttpStatusCode.Created, booked.StatusCode);
            Assert.Equal([26700001, 26700002], visitor.Books.Entries.Select(entry => entry.EntryNumber));
        }
    }

    [Fact]
    public async Task A_virtual_clock_goes_on_where_it_stood()
    {
        var options = Kept() with { VirtualClock = true };
        await using (var visitor = await Visitor.Arrive(options))
            await visitor.Host.Advance(TimeSpan.FromDays(3));
        await using (var visitor = await Visitor.Arrive(options))
            Assert.Equal(new DateTimeOffset(2026, 11, 5, 9, 0, 0, TimeSpan.Zero), visitor.Host.Clock.GetUtcNow());
    }

    [Fact]
    public async Task The_state_is_saved_at_intervals()
    {
        var clock = Visitor.NewClock();
        await using var visitor = await Visitor.Arrive(Kept(), clock);
        Assert.False(File.Exists(_path));
        clock.Advance(TimeSpan.FromSeconds(30));
        Assert.True(File.Exists(_path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"format":2}""")]
    [InlineData(
        """{"format":1,"generation":0,"now":"2026-01-01T00:00:00Z","bookingNumbers":{},"administrations":[],"exactOnline":{"User":{"$type":"System.Diagnostics.Process"}},"teamleader":{}}"""
    )]
    public async Task A_file_that_is_no_state_is_named_and_left_alone(string content)
    {
        await File.WriteAllTextAsync(_path, content, TestContext.Current.CancellationToken);
        var failure = await Assert.ThrowsAsync<UnreadableStateException>(() => Visitor.Arrive(Kept()));
        Assert.Contains(_path, failure.Message);
        Assert.Equal(content, await File.ReadAllTextAsync(_path, TestContext.Current.CancellationToken));
    }
}
