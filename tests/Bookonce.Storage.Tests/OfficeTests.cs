using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Engine.Store;

namespace Bookonce.Storage.Tests;

public sealed class OfficeTests
{
    [Fact]
    public async Task Every_new_term_of_office_ends_the_one_before()
    {
        using var memory = await Memory.Open();
        var next = await memory.Store.TakeOffice(memory.Administration.Id);

        Assert.Equal(memory.Office.Epoch + 1, next.Epoch);
        await memory.Store.SaveDocuments(next, memory.Connection.Id, [Memory.Invoice(10, "1")]);
        await Assert.ThrowsAsync<OfficeLostException>(() =>
            memory.Store.SaveDocuments(memory.Office, memory.Connection.Id, [Memory.Invoice(11, "2")])
        );
        Assert.Single(await memory.Store.LoadDocuments(memory.Connection.Id));
    }

    [Fact]
    public async Task No_write_gets_past_an_office_that_is_lost()
    {
        using var memory = await Memory.Open();
        var (store, lost) = (memory.Store, memory.Office);
        await store.SaveDocuments(lost, memory.Connection.Id, [Memory.Invoice(10, "1")]);
        await store.BeginIntent(lost, Memory.Intent(20, 10, 1));
        await store.BeginRelation(lost, Memory.RelationIntent(30, 8));
        var run = new Run
        {
            Id = Memory.Id(40),
            Connection = memory.Connection.Id,
            IsPreview = false,
            Started = Memory.Now,
        };
        await store.BeginRun(lost, run);
        await store.TakeOffice(memory.Administration.Id);
        var before = await memory.Count("log");

        Func<Task>[] writes =
        [
            () => store.SaveMasters(lost, new() { Currency = "EUR" }, Memory.Now),
            () => store.SaveEntries(lost, [Memory.Entry(50, 51, 1)], [], Memory.NoPoint),
            () => store.SaveRelations(lost, [Relations.Account(60)], [], Memory.NoPoint),
            () => store.SaveDocuments(lost, memory.Connection.Id, [Memory.Invoice(10, "9")]),
            () => store.SaveTeamleaderPoint(lost, memory.Connection.Id, Memory.Now),
            () => store.SaveOutcomes(lost, [new DocumentOutcome(Memory.Id(10), DocumentStatus.Book)]),
            () => store.Adopt(lost, [Memory.Link(10, 51, 50, 1)]),
            () => store.BeginIntent(lost, Memory.Intent(21, 11, 2)),
            () => store.BeginTry(lost, Memory.Id(20), Memory.Now),
            () => store.AnswerTry(lost, Memory.Id(20), "no"),
            () => store.Confirm(lost, Memory.Id(20), Memory.Link(10, 51, null, 1), null, isAnswered: true),
            () => store.Refuse(lost, Memory.Id(20), null),
            () => store.LinkRelation(lost, new RelationLink(new CustomerKey(default, Memory.Id(8)), Memory.Id(60))),
            () => store.BeginRelation(lost, Memory.RelationIntent(31, 9)),
            () => store.BeginRelationTry(lost, Memory.Id(30), Memory.Now),
            () => store.ConfirmRelation(lost, Memory.Id(30), Relations.Account(60)),
            () => store.RefuseRelation(lost, Memory.Id(30), "no"),
            () => store.BeginCustomer(lost, Memory.CustomerIntent),
            () => store.ConfirmCustomer(lost, Memory.CustomerIntent, new CustomerKey(default, Memory.Id(8))),
            () => store.RefuseCustomer(lost, Memory.CustomerIntent, "no"),
            () => store.Deactivate(lost, memory.Connection.Id, new Deactivation(Memory.Now, null, false), [], []),
            () => store.Reconnect(lost, memory.Connection.Id, Memory.Settings(), Memory.Now),
            () => store.BeginRun(lost, run with { Id = Memory.Id(41) }),
            () => store.EndRun(lost, run),
        ];
        foreach (var write in writes)
            await Assert.ThrowsAsync<OfficeLostException>(write);

        Assert.Equal(before, await memory.Count("log"));
        Assert.Equal(0, await memory.Count("entries") + await memory.Count("links") + await memory.Count("relations"));
        Assert.Equal(1, await memory.Count("intents"));
        Assert.Equal(1L, await memory.Sql("SELECT tries FROM intents"));
    }

    [Fact]
    public async Task An_office_of_another_administration_counts_for_nothing()
    {
        using var memory = await Memory.Open();
        var stranger = memory.Office with { Administration = Memory.Id(99) };

        await Assert.ThrowsAsync<OfficeLostException>(() =>
            memory.Store.BeginIntent(stranger, Memory.Intent(20, 10, 1))
        );
    }
}
