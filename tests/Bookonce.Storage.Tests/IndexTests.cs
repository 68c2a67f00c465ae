using Bookonce.Domain.Booking;
using Bookonce.Domain.Numbering;
using Bookonce.Engine.Store;

namespace Bookonce.Storage.Tests;

public sealed class IndexTests
{
    [Fact]
    public async Task A_document_has_one_unknown_intent_at_a_time()
    {
        using var memory = await Memory.Open();
        await memory.Store.BeginIntent(memory.Office, Memory.Intent(20, 10, 1));

        await Assert.ThrowsAsync<DuplicateException>(() =>
            memory.Store.BeginIntent(memory.Office, Memory.Intent(21, 10, 2))
        );
        await memory.Store.Refuse(memory.Office, Memory.Id(20), null);
        await memory.Store.BeginIntent(memory.Office, Memory.Intent(21, 10, 2));
        Assert.Equal(Memory.Id(21), Assert.Single((await memory.Store.LoadBooks(memory.Administration.Id)).Intents).Id);
    }

    [Fact]
    public async Task A_number_is_reserved_by_one_unknown_intent_at_a_time()
    {
        using var memory = await Memory.Open();
        await memory.Store.BeginIntent(memory.Office, Memory.Intent(20, 10, 1));

        await Assert.ThrowsAsync<DuplicateException>(() =>
            memory.Store.BeginIntent(memory.Office, Memory.Intent(21, 11, 1))
        );
        await memory.Store.Refuse(memory.Office, Memory.Id(20), null);
        await memory.Store.BeginIntent(memory.Office, Memory.Intent(21, 11, 1));
    }

    [Fact]
    public async Task Intents_without_a_number_do_not_hinder_each_other()
    {
        using var memory = await Memory.Open();
        await memory.Store.BeginIntent(memory.Office, Memory.Intent(20, 10, null));
        await memory.Store.BeginIntent(memory.Office, Memory.Intent(21, 11, null));

        Assert.Equal(2, (await memory.Store.LoadBooks(memory.Administration.Id)).Intents.Count);
    }

    [Fact]
    public async Task A_document_has_one_link()
    {
        using var memory = await Memory.Open();
        await memory.Store.Adopt(memory.Office, [Memory.Link(10, 51, 50, 1)]);

        await Assert.ThrowsAsync<DuplicateException>(() =>
            memory.Store.Adopt(memory.Office, [Memory.Link(10, 53, 52, 2)])
        );
    }

    [Fact]
    public async Task A_sales_entry_is_linked_as_a_whole()
    {
        using var memory = await Memory.Open();
        await memory.Store.SaveEntries(
            memory.Office,
            [Memory.Entry(50, 51, 1), Memory.Entry(52, 51, 1)],
            [],
            Memory.NoPoint
        );
        await memory.Store.Adopt(memory.Office, [Memory.Link(10, 51, 50, 1)]);

        await Assert.ThrowsAsync<DuplicateException>(() =>
            memory.Store.Adopt(memory.Office, [Memory.Link(11, 51, 52, 1)])
        );
    }

    [Fact]
    public async Task An_opening_balance_is_linked_line_by_line()
    {
        using var memory = await Memory.Open();
        Domain.Entries.Entry[] lines =
        [
            Memory.Entry(50, 51, 1, isSales: false),
            Memory.Entry(52, 51, 1, isSales: false),
        ];
        await memory.Store.SaveEntries(memory.Office, lines, [], Memory.NoPoint);
        await memory.Store.Adopt(memory.Office, [Memory.Link(10, 51, 50, 1), Memory.Link(11, 51, 52, 1)]);

        await Assert.ThrowsAsync<DuplicateException>(() =>
            memory.Store.Adopt(memory.Office, [Memory.Link(12, 51, 52, 1)])
        );
    }

    [Fact]
    public async Task A_customer_has_one_unknown_relation_intent_at_a_time()
    {
        using var memory = await Memory.Open();
        await memory.Store.BeginRelation(memory.Office, Memory.RelationIntent(30, 8));

        await Assert.ThrowsAsync<DuplicateException>(() =>
            memory.Store.BeginRelation(memory.Office, Memory.RelationIntent(31, 8))
        );
        await memory.Store.RefuseRelation(memory.Office, Memory.Id(30), "no");
        await memory.Store.BeginRelation(memory.Office, Memory.RelationIntent(31, 8));
    }

    [Fact]
    public async Task A_division_has_one_administration_and_a_name_one_connection()
    {
        using var memory = await Memory.Open();
        var twin = memory.Administration with { Id = Memory.Id(70) };

        await Assert.ThrowsAsync<DuplicateException>(() =>
            memory.Store.AddConnection(memory.NewConnection(Memory.Id(71), "Other", twin))
        );
        await Assert.ThrowsAsync<DuplicateException>(() =>
            memory.Store.AddConnection(memory.NewConnection(Memory.Id(72), "Van Damme", memory.Administration))
        );
        await memory.Store.AddConnection(memory.NewConnection(Memory.Id(73), "Second", memory.Administration));
        Assert.Equal(["Second", "Van Damme"], (await memory.Store.Connections()).Select(one => one.Name));
    }

    [Fact]
    public async Task An_intent_ends_once()
    {
        using var memory = await Memory.Open();
        await memory.Store.BeginIntent(memory.Office, Memory.Intent(20, 10, 1));
        await memory.Store.Confirm(
            memory.Office,
            Memory.Id(20),
            Memory.Link(10, 51, null, 1),
            NumberingMode.Fenced,
            isAnswered: true
        );

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            memory.Store.Refuse(memory.Office, Memory.Id(20), NumberingMode.ExactNumbers)
        );
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            memory.Store.BeginTry(memory.Office, Memory.Id(20), Memory.Now)
        );
        Assert.Equal(nameof(IntentState.Confirmed), await memory.Sql("SELECT state FROM intents"));
        Assert.Equal(
            [NumberingMode.Fenced],
            (await memory.Store.LoadBooks(memory.Administration.Id)).Series.Select(series => series.Numbering)
        );
    }
}
