using System.Text.Json;
using System.Threading.Channels;
using Bookonce.Sandbox.Teamleader;
using Bookonce.Sandbox.Teamleader.Model;
using Bookonce.Sandbox.Teamleader.Webhooks;
using Microsoft.Extensions.Time.Testing;

namespace Bookonce.Sandbox.Tests.Teamleader;

public sealed class WebhookTests : IAsyncLifetime
{
    HookReceiver _hooks = null!;

    public async ValueTask InitializeAsync() => _hooks = await HookReceiver.Start();

    public ValueTask DisposeAsync() => _hooks.DisposeAsync();

    [Fact]
    public async Task Address_and_type_together_are_a_registration()
    {
        await using var account = await FocusAccount.Open();
        await account.Do(
            "webhooks.register",
            """{"url":"https://b.test/x","types":["invoice.booked","company.added"]}"""
        );
        await account.Do("webhooks.register", """{"url":"https://a.test/x","types":["invoice.booked"]}""");
        await account.Do("webhooks.register", """{"url":"https://a.test/x","types":["invoice.booked"]}""");
        await account.Do("webhooks.unregister", """{"url":"https://b.test/x","types":["invoice.booked","deal.won"]}""");
        Assert.Equal(
            """[{"url":"https://a.test/x","types":["invoice.booked"]},{"url":"https://b.test/x","types":["company.added"]}]""",
            (await account.Data("webhooks.list")).GetRawText()
        );
        await account.Do("webhooks.unregister", """{"url":"https://b.test/x","types":["company.added"]}""");
        Assert.Single((await account.Data("webhooks.list")).EnumerateArray());
    }

    [Theory]
    [InlineData("""{"types":["invoice.booked"]}""", "url")]
    [InlineData("""{"url":"ftp://a.test","types":["invoice.booked"]}""", "url")]
    [InlineData("""{"url":"/hooks","types":["invoice.booked"]}""", "url")]
    [InlineData("""{"url":"https://a.test"}""", "types")]
    [InlineData("""{"url":"https://a.test","types":[]}""", "types")]
    [InlineData("""{"url":"https://a.test","types":["invoice.credited"]}""", "types.0")]
    [InlineData("""{"url":"https://a.test","types":["everything"]}""", "types.0")]
    public async Task A_registration_that_makes_no_sense_is_refused(string body, string field)
    {
        await using var account = await FocusAccount.Open();
        Assert.Equal(field, (await account.Refused("webhooks.register", body)).Field);
    }

    [Fact]
    public async Task A_delivery_is_a_pointer_and_nothing_more()
    {
        await using var account = await Registered("invoice.booked");
        var id = await account.Booked(100);
        Assert.Equal(
            $$$"""{"type":"invoice.booked","subject":{"type":"invoice","id":"{{{id}}}"}}""",
            (await _hooks.Next()).GetRawText()
        );
    }

    [Fact]
    public async Task Everything_that_happens_to_documents_is_told_in_its_order()
    {
        string[] types =
        [
            "invoice.drafted",
            "invoice.updated",
            "invoice.booked",
            "invoice.paymentRegistered",
            "invoice.paymentRemoved",
            "creditNote.booked",
            "invoice.deleted",
        ];
        await using var account = await Registered(types);
        var id = await account.Create("invoices.draft", account.DraftOf(10));
        var subject = $$"""{"id":"{{id}}"}""";
        await account.Do("invoices.update", subject);
        await account.Do("invoices.book", $$"""{"id":"{{id}}","on":"2026-03-02"}""");
        await account.Do(
            "invoices.registerPayment",
            $$"""{"id":"{{id}}","payment":{"amount":1,"currency":"EUR"},"paid_at":"2026-03-03T10:00:00+01:00"}"""
        );
        await account.Do("invoices.removePayments", subject);
        var note = await account.Create("invoices.credit", subject);
        await account.Do("invoices.delete", subject);
        foreach (var type in types)
        {
            var told = await _hooks.Next();
            Assert.Equal(type, told.GetProperty("type").GetString());
            var expected = type == "creditNote.booked" ? note : id;
            Assert.Equal(expected, told.GetProperty("subject").GetProperty("id").GetGuid());
        }
    }

    [Fact]
    public async Task Everything_that_happens_to_customers_is_told()
    {
        string[] types =
        [
            "company.added",
            "company.updated",
            "contact.added",
            "contact.linkedToCompany",
            "contact.updatedLinkToCompany",
            "contact.unlinkedFromCompany",
            "contact.updated",
            "contact.deleted",
            "company.deleted",
        ];
        await using var account = await Registered(types);
        var company = await account.Create("companies.add", """{"name":"Nieuw"}""");
        await account.Do("companies.tag", $$"""{"id":"{{company}}","tags":["x"]}""");
        var contact = await account.Create("contacts.add", """{"last_name":"Maes"}""");
        var link = $$"""{"id":"{{contact}}","company_id":"{{company}}"}""";
        await account.Do("contacts.linkToCompany", link);
        await account.Do("contacts.updateCompanyLink", link);
        await account.Do("contacts.unlinkFromCompany", link);
        await account.Do("contacts.update", link);
        await account.Do("contacts.delete", link);
        await account.Do("companies.delete", $$"""{"id":"{{company}}"}""");
        foreach (var type in types)
            Assert.Equal(type, await _hooks.NextType());
    }

    [Fact]
    public async Task A_delivery_that_fails_is_not_repeated()
    {
        await using var account = await Registered("invoice.drafted", "invoice.booked");
        _hooks.Statuses.Enqueue(500);
        await account.Booked(1);
        Assert.Equal("invoice.drafted", await _hooks.NextType());
        Assert.Equal("invoice.booked", await _hooks.NextType());
    }

    [Fact]
    public async Task A_delivery_that_fails_is_repeated_a_minute_later_by_switch()
    {
        var clock = new WatchedClock();
        var state = new TeamleaderState(clock, new SeededIds(1))
        {
            Switches = new TeamleaderSwitches { WebhookRetries = WebhookRetries.Three },
        };
        state.Webhooks.Add(new Webhook(_hooks.Url, "invoice.drafted"));
        using var stop = new CancellationTokenSource();
        var running = new WebhookSender(state, clock, stop.Token).Run();
        foreach (var status in new[] { 500, 302, 404 })
            _hooks.Statuses.Enqueue(status);

        state.Raise("invoice.drafted", Guid.Empty);
        for (var pauses = 0; pauses < 3; pauses++)
        {
            await _hooks.Next();
            await clock.TimerOf(TimeSpan.FromMinutes(1));
            clock.Advance(TimeSpan.FromMinutes(1));
        }
        await _hooks.Next();
        await stop.CancelAsync();
        await running;
        Assert.True(_hooks.IsEmpty);
    }

    [Fact]
    public async Task A_delivery_waits_half_a_minute_by_switch()
    {
        var clock = new WatchedClock();
        var state = new TeamleaderState(clock, new SeededIds(1))
        {
            Switches = new TeamleaderSwitches { WebhookDelay = WebhookDelay.ThirtySeconds },
        };
        state.Webhooks.Add(new Webhook(_hooks.Url, "invoice.drafted"));
        using var stop = new CancellationTokenSource();
        var running = new WebhookSender(state, clock, stop.Token).Run();
        state.Raise("invoice.drafted", Guid.Empty);
        await clock.TimerOf(TimeSpan.FromSeconds(30));
        Assert.True(_hooks.IsEmpty);
        clock.Advance(TimeSpan.FromSeconds(30));
        await _hooks.Next();
        await stop.CancelAsync();
        await running;
    }

    [Fact]
    public async Task A_delivery_comes_twice_late_with_the_account_or_never_by_switch()
    {
        await using var account = await Registered("invoice.drafted");
        account.State.Switches = new TeamleaderSwitches
        {
            WebhookCopies = WebhookCopies.Two,
            WebhookMembers = WebhookMembers.PointerAndAccount,
        };
        await account.Create("invoices.draft", account.DraftOf(1));
        Assert.Equal((await _hooks.Next()).GetRawText(), (await _hooks.Next()).GetRawText());

        account.State.Switches = new TeamleaderSwitches { WebhookLoss = WebhookLoss.All };
        await account.Create("invoices.draft", account.DraftOf(1));
        account.State.Switches = new TeamleaderSwitches { WebhookLoss = WebhookLoss.EverySecond };
        await account.Create("invoices.draft", account.DraftOf(1));
        var second = await account.Create("invoices.draft", account.DraftOf(1));
        var third = await account.Create("invoices.draft", account.DraftOf(1));
        var told = new[] { await _hooks.Next(), await _hooks.Next() };
        Assert.All(told, each => Assert.False(each.TryGetProperty("account", out _)));
        Assert.DoesNotContain(second, told.Select(Id));
        Assert.Equal(third, Id(told[1]));
    }

    [Fact]
    public async Task Only_HTTPS_or_only_new_registrations_by_switch()
    {
        await using var account = await FocusAccount.Open(
            new TeamleaderSwitches { WebhookScheme = WebhookScheme.HttpsOnly, WebhookTwice = WebhookTwice.Refused }
        );
        await account.Refused("webhooks.register", """{"url":"http://a.test","types":["invoice.booked"]}""");
        await account.Do("webhooks.register", """{"url":"https://a.test","types":["invoice.booked"]}""");
        await account.Refused("webhooks.register", """{"url":"https://a.test","types":["invoice.booked"]}""");
    }

    /// <summary>A clock that says when somebody starts to wait.</summary>
    sealed class WatchedClock() : FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero))
    {
        readonly Channel<TimeSpan> _timers = Channel.CreateUnbounded<TimeSpan>();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            _timers.Writer.TryWrite(dueTime);
            return timer;
        }

        public async Task TimerOf(TimeSpan dueTime)
        {
            await foreach (var timer in _timers.Reader.ReadAllAsync())
                if (timer == dueTime)
                    return;
        }
    }

    static Guid Id(JsonElement told) => told.GetProperty("subject").GetProperty("id").GetGuid();

    Task<FocusAccount> Registered(params string[] types) => Registered(new TeamleaderSwitches(), types);

    async Task<FocusAccount> Registered(TeamleaderSwitches switches, params string[] types)
    {
        var account = await FocusAccount.Open(switches);
        await account.Do("webhooks.register", JsonSerializer.Serialize(new { url = _hooks.Url, types }));
        return account;
    }
}
