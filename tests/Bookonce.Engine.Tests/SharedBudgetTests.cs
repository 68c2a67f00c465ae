using System.Net;
using System.Text;
using Bookonce.Domain.Budgets;
using Bookonce.Domain.Documents;
using Bookonce.Engine.Store;
using Bookonce.ExactOnline;
using Bookonce.Sandbox.Host;
using Bookonce.Sandbox.World;

namespace Bookonce.Engine.Tests;

/// <summary>Budgets as the only client, over several processes and runs.</summary>
public sealed class SharedBudgetTests
{
    static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(60)]
    public async Task Processes_that_come_and_go_within_a_minute_never_ask_for_too_much(int limit)
    {
        await using var street = await Open(exactPerMinute: limit);
        var access = await street.ConsentExact(street.Process());

        for (var i = 0; i < 40; i++)
        {
            var client = street.Exact(street.Process(), access);
            for (var call = 0; call <= i % 4; call++)
                await Read(street, client);
        }

        AssertNever429(street);
        AssertPerMinute(street, limit);
    }

    [Fact]
    public async Task A_process_that_dies_with_the_last_call_of_the_minute_leaves_its_successor_waiting()
    {
        await using var street = await Open(exactPerMinute: 3);
        var access = await street.ConsentExact(street.Process());
        var first = street.Exact(street.Process(), access);
        await Read(street, first);
        await Read(street, first);
        street.Wire.OnAnswer = _ => throw new OperationCanceledException("The process is dead.");
        var dying = street.Exact(street.Process(), access).Division(Code(street)).SalesEntries;
        await Assert.ThrowsAsync<ExactOnlineException>(() => dying.Create("{}"u8.ToArray()));
        street.Wire.OnAnswer = _ => Task.CompletedTask;

        await Read(street, street.Exact(street.Process(), access));

        AssertNever429(street);
    }

    [Fact]
    public async Task Teamleaders_minute_is_kept_over_processes_too()
    {
        await using var street = await Open(teamleaderPerMinute: 7);
        var access = await street.ConsentTeamleader(street.Process());

        for (var i = 0; i < 30; i++)
        {
            var client = street.Teamleader(street.Process(), access);
            await client.Users.Me();
            await client.Departments.List();
            street.Clock.Advance(TimeSpan.FromSeconds(i % 5));
        }

        AssertNever429(street);
    }

    [Fact]
    public async Task Clients_of_one_process_at_the_same_time_stay_within_the_allowance_together()
    {
        await using var street = await Open(exactPerMinute: 10, teamleaderPerMinute: 100);
        var process = street.Process();
        var access = await street.ConsentExact(process);

        await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Task.Run(() => Read(street, street.Exact(process, access))))
        );
        Assert.Equal(2, (await process.ExactBudget(access, Code(street))).Minute.Left);
        await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Task.Run(() => Read(street, street.Exact(process, access))))
        );

        AssertNever429(street);
    }

    [Fact]
    public async Task A_large_backlog_is_spread_over_the_minutes_and_never_refused()
    {
        await using var street = await Street.Open();
        var process = street.Process();
        var connection = await street.Connect(process);

        var report = await street.Run(connection);

        Assert.Null(report.Run.Failure);
        Assert.True(report.Run.Counts.Booked > 300);
        AssertNever429(street);
        AssertPerMinute(street, 60);
    }

    [Fact]
    public async Task With_the_day_used_up_the_run_says_when_it_goes_on_and_the_next_day_it_does()
    {
        await using var street = await Open(world: WorldSize.Demo, exactPerDay: 100);
        var connection = await street.Connect(street.Process());

        var report = await street.Run(connection);

        Assert.Equal("allowanceSpent", report.Run.Failure?.Code);
        Assert.Contains("2026-07-01 00:00", report.Run.Failure!.Remedy, StringComparison.Ordinal);
        AssertNever429(street);
        var before = street.Wire.Calls.Count(IsExact);
        Assert.Equal("allowanceSpent", (await street.Run(connection)).Run.Failure?.Code);
        Assert.Equal(before, street.Wire.Calls.Count(IsExact));

        street.Clock.SetUtcNow(new DateTimeOffset(2026, 7, 1, 0, 0, 1, TimeSpan.Zero));
        Assert.True((await street.Run(connection)).Run.Counts.Booked > 50);
        AssertNever429(street);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, "errorsSpent")]
    [InlineData(HttpStatusCode.Forbidden, "errorsSpent")]
    [InlineData(HttpStatusCode.NotFound, "errorsSpent")]
    [InlineData(HttpStatusCode.Unauthorized, "tokenRefused")]
    public async Task However_often_it_runs_an_endpoint_gets_five_errors_an_hour_and_no_more(
        HttpStatusCode status,
        string problem
    )
    {
        await using var street = await Open(world: WorldSize.Demo);
        var connection = await street.Connect(street.Process());
        street.Wire.Instead = request =>
            request.Method == HttpMethod.Post
            && request.RequestUri!.AbsolutePath.EndsWith("/SalesEntries", StringComparison.Ordinal)
                ? new HttpResponseMessage(status) { Content = Refusal }
                : null;

        Assert.Equal(problem, (await street.Run(connection)).Run.Failure?.Code);
        for (var i = 0; i < 8; i++)
        {
            street.Clock.Advance(TimeSpan.FromMinutes(1));
            await street.Run(connection);
        }
        AssertErrors(street, "/salesentry/SalesEntries", atMost: 5);

        for (var i = 0; i < 30; i++)
        {
            street.Clock.Advance(TimeSpan.FromMinutes(7));
            await street.Run(connection);
        }
        AssertErrors(street, "/salesentry/SalesEntries", atMost: 5);
        Assert.True(street.Wire.Calls.Count(call => call.Status == (int)status) > 10);
    }

    [Fact]
    public async Task Documents_that_were_refused_let_the_others_go_first()
    {
        await using var street = await Open(world: WorldSize.Demo);
        var connection = await street.Connect(street.Process());
        var refused = new HashSet<string>(StringComparer.Ordinal);
        street.Wire.Instead = request =>
        {
            if (
                request.Method != HttpMethod.Post
                || !request.RequestUri!.AbsolutePath.EndsWith("/SalesEntries", StringComparison.Ordinal)
            )
                return null;
            using var reader = new StreamReader(request.Content!.ReadAsStream());
            var body = reader.ReadToEnd();
            var mark = System.Text.Json.JsonDocument.Parse(body).RootElement.GetProperty("YourRef").GetString()!;
            if (refused.Count < 5)
                refused.Add(mark);
            return refused.Contains(mark)
                ? new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = Refusal }
                : null;
        };
        Assert.Equal("errorsSpent", (await street.Run(connection)).Run.Failure?.Code);

        street.Clock.Advance(Hour + TimeSpan.FromMinutes(1));
        var report = await street.Run(connection);

        Assert.True(report.Run.Counts.Booked > 300, report.Run.ToString());
    }

    [Fact]
    public async Task A_lost_answer_counts_as_an_error_where_errors_happened_already()
    {
        await using var street = await Open();
        var access = await street.ConsentExact(street.Process());
        street.Wire.Instead = request =>
            request.Method == HttpMethod.Post
                ? new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = Refusal }
                : null;
        Assert.Null((await Write(street, access)).ResumesAt);

        street.Wire.OnAnswer = _ => throw new HttpRequestException("Lost.");
        for (var i = 0; i < 10; i++)
            await Write(street, access);
        street.Wire.OnAnswer = _ => Task.CompletedTask;
        var spent = await Write(street, access);

        Assert.Equal(
            (true, "salesentry/SalesEntries", Outcome.Refused),
            (spent.IsBudgetSpent, spent.SpentEndpoint, spent.Outcome)
        );
        Assert.Equal(5, street.Wire.Calls.Count(IsBooking));
        Assert.Equal(street.Clock.GetUtcNow() + Hour + TimeSpan.FromSeconds(1), spent.ResumesAt);
    }

    [Fact]
    public async Task A_good_answer_gives_back_the_error_that_was_counted_beforehand()
    {
        await using var street = await Open();
        var access = await street.ConsentExact(street.Process());
        street.Wire.Instead = _ => new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = Refusal };
        await Write(street, access);
        street.Wire.Instead = _ => new HttpResponseMessage(HttpStatusCode.InternalServerError) { Content = Refusal };

        for (var i = 0; i < 20; i++)
            await Write(street, access);

        Assert.Equal(21, street.Wire.Calls.Count(IsBooking));
        Assert.Single((await street.Process().ExactBudget(access, Code(street))).Errors);
    }

    [Fact]
    public async Task Looking_for_administrations_again_and_again_probes_a_closed_endpoint_once_an_hour()
    {
        await using var street = await Open();
        var access = await street.ConsentExact(street.Process());
        street.Wire.Instead = request =>
            request.RequestUri!.AbsolutePath.EndsWith("/hrm/Divisions", StringComparison.Ordinal)
                ? new HttpResponseMessage(HttpStatusCode.Forbidden)
                : null;

        for (var i = 0; i < 12; i++)
        {
            Assert.NotEmpty(await street.Exact(street.Process(), access).Divisions());
            street.Clock.Advance(TimeSpan.FromMinutes(5));
        }

        AssertErrors(street, "/hrm/Divisions", atMost: 1);
    }

    [Fact]
    public async Task What_is_left_is_known_after_a_restart()
    {
        await using var street = await Open(world: WorldSize.Demo, exactPerDay: 4000);
        var connection = await street.Connect(street.Process());
        await street.Run(connection);
        var access = (await street.Store.FindAccess(connection.Administration.ExactAccess))!;
        var calls = street.Wire.Calls.Count(call =>
            call.Path.StartsWith($"/api/v1/{Code(street)}/", StringComparison.Ordinal)
        );

        var budget = await street.Process().ExactBudget(access, Code(street));

        Assert.Equal((4000, 4000 - calls), (budget.Day!.Limit, budget.Day.Left));
        Assert.Equal(60, budget.Minute.Limit);
        street.Clock.Advance(TimeSpan.FromMinutes(1));
        budget = await street.Process().ExactBudget(access, Code(street));
        Assert.Equal(60, budget.Minute.Left);
    }

    static StringContent Refusal =>
        new("""{"error":{"code":"","message":{"lang":"","value":"No."}}}""", Encoding.UTF8, "application/json");

    static int Code(Street street) => street.Sandboxes.ExactState.Divisions[0].Code;

    static async Task Read(Street street, ExactOnlineClient client) =>
        await client.Division(Code(street)).Journals.Read().ToListAsync();

    static Task<ExactOnlineException> Write(Street street, Access access) =>
        Assert.ThrowsAsync<ExactOnlineException>(() =>
            street.Exact(street.Process(), access).Division(Code(street)).SalesEntries.Create("{}"u8.ToArray())
        );

    static bool IsBooking(Answered call) =>
        call.Verb == "POST" && call.Path.EndsWith("/SalesEntries", StringComparison.Ordinal);

    static bool IsExact(Answered call) => call.Path.StartsWith("/api/v1/", StringComparison.Ordinal);

    static void AssertNever429(Street street) => Assert.DoesNotContain(street.Wire.Calls, call => call.Status == 429);

    static void AssertPerMinute(Street street, int limit) =>
        Assert.All(
            street
                .Wire.Calls.Where(call => IsExact(call) && call.Path != "/api/v1/current/Me")
                .GroupBy(call => call.At.Ticks / TimeSpan.TicksPerMinute),
            minute => Assert.InRange(minute.Count(), 0, limit)
        );

    static void AssertErrors(Street street, string endpoint, int atMost)
    {
        var errors = street
            .Wire.Calls.Where(call =>
                call.Status is 400 or 401 or 403 or 404 && call.Path.EndsWith(endpoint, StringComparison.Ordinal)
            )
            .Select(call => call.At)
            .ToArray();
        Assert.NotEmpty(errors);
        Assert.All(errors, first => Assert.InRange(errors.Count(at => at >= first && at < first + Hour), 0, atMost));
    }

    static Task<Street> Open(
        WorldSize world = WorldSize.Empty,
        int exactPerMinute = 60,
        int exactPerDay = 5000,
        int teamleaderPerMinute = 200
    ) =>
        Street.Open(
            new SandboxOptions
            {
                World = world,
                ExactCallsPerMinute = exactPerMinute,
                ExactCallsPerDay = exactPerDay,
                TeamleaderCallsPerMinute = teamleaderPerMinute,
            }
        );
}
