using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Bookonce.Sandbox.Tests.ExactOnline;

public sealed class WebhookTests
{
    [Fact]
    public async Task A_subscription_is_greeted_with_an_empty_message_and_holds_if_that_is_answered_well()
    {
        await using var caller = await Caller.Start();
        await using var listener = await Listener.Start();
        var made = await Subscribe(caller, listener);
        Assert.Equal(201, made.Status);
        Assert.Equal("", await listener.Next());
        Assert.Single((await caller.Get("webhooks/WebhookSubscriptions")).Results);

        Assert.Equal(500, (await Subscribe(caller, listener)).Status);
        var id = made.D.GetProperty("ID").GetGuid();
        Assert.Equal(204, (await caller.Delete($"webhooks/WebhookSubscriptions(guid'{id}')")).Status);
        Assert.Empty((await caller.Get("webhooks/WebhookSubscriptions")).Results);
    }

    [Fact]
    public async Task An_address_that_does_not_answer_the_greeting_gets_no_subscription()
    {
        await using var caller = await Caller.Start();
        await using var listener = await Listener.Start();
        listener.Status = 404;
        var refused = await Subscribe(caller, listener);
        Assert.Equal((500, "Invalid: CallbackURL"), (refused.Status, refused.Error));
        Assert.Empty((await caller.Get("webhooks/WebhookSubscriptions")).Results);
    }

    [Fact]
    public async Task A_message_names_the_row_and_is_signed_over_its_raw_content()
    {
        await using var caller = await Caller.Start();
        await using var listener = await Listener.Start();
        await Subscribe(caller, listener);
        await listener.Next();
        var entry = caller.Books.Division.EnterSalesEntry(caller.Books.Invoice());

        var message = await listener.Next();
        const string start = "{\"Content\":";
        var end = message.IndexOf(",\"HashCode\":\"", StringComparison.Ordinal);
        var content = message[start.Length..end];
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes("sandbox"), Encoding.UTF8.GetBytes(content));
        Assert.Equal($",\"HashCode\":\"{Convert.ToHexString(hash)}\"}}", message[end..]);

        var row = JsonDocument.Parse(content).RootElement;
        Assert.Equal(
            ("FinancialTransactions", 123456, "Update", entry.Id, "2026-03-02T10:00:00.000"),
            (
                row.GetProperty("Topic").GetString(),
                row.GetProperty("Division").GetInt32(),
                row.GetProperty("Action").GetString(),
                row.GetProperty("Key").GetGuid(),
                row.GetProperty("EventCreatedOn").GetString()
            )
        );
        var link = await caller.Get(row.GetProperty("ExactOnlineEndpoint").GetString()!);
        Assert.Equal(entry.EntryNumber, link.D.GetProperty("EntryNumber").GetInt32());

        await caller.Delete($"salesentry/SalesEntries(guid'{entry.Id}')");
        Assert.Contains("\"Action\":\"Delete\"", await listener.Next(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_is_not_taken_is_sent_again_after_two_four_eight_minutes_and_so_on_ten_times()
    {
        await using var caller = await Caller.Start();
        await using var listener = await Listener.Start();
        await Subscribe(caller, listener);
        await listener.Next();
        listener.Status = 500;
        caller.Books.Division.EnterSalesEntry(caller.Books.Invoice());
        var first = await listener.Next();
        for (var retry = 1; retry <= 10; retry++)
        {
            await Settled(caller, retry);
            caller.Books.Clock.Advance(TimeSpan.FromMinutes(1 << retry));
            Assert.Equal(first, await listener.Next());
        }
        await Settled(caller, failures: 0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task A_message_can_be_lost_or_doubled(int copies)
    {
        await using var caller = await Caller.Start();
        await using var listener = await Listener.Start();
        await Subscribe(caller, listener);
        await listener.Next();
        caller.Books.State.WebhookCopies = _ => copies;
        caller.Books.Division.EnterSalesEntry(caller.Books.Invoice());
        caller.Books.State.WebhookCopies = null;
        caller.Books.Division.EnterSalesEntry(caller.Books.Invoice());
        for (var i = 0; i < copies + 1; i++)
            await listener.Next();
    }

    [Fact]
    public async Task The_topics_of_the_administration_are_listed()
    {
        await using var caller = await Caller.Start();
        var topics = (await caller.Get("webhooks/WebhookTopics")).Results.Select(row =>
            row.GetProperty("Topic").GetString()
        );
        Assert.Contains("FinancialTransactions", topics);
    }

    private static Task<Reply> Subscribe(Caller caller, Listener listener) =>
        caller.Post(
            "webhooks/WebhookSubscriptions",
            new { Topic = "FinancialTransactions", CallbackURL = listener.Url }
        );

    // The failure must have been put back before the clock moves on.
    private static async Task Settled(Caller caller, int failures)
    {
        var outbox = caller.Books.State.Outbox;
        while (true)
        {
            lock (caller.Books.State.Gate)
            {
                if (failures == 0 ? outbox.IsEmpty : outbox.Failures == failures)
                    return;
            }
            await Task.Yield();
        }
    }
}
