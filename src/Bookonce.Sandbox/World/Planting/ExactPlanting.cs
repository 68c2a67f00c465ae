using Bookonce.Sandbox.ExactOnline;

namespace Bookonce.Sandbox.World.Planting;

/// <summary>Puts masters and books into an administration, as people and other programs entered them.</summary>
internal sealed class ExactPlanting(Division division, ExactMasters masters, Books books, Random random)
{
    readonly Dictionary<string, Actor> _actors = [];
    readonly Dictionary<Guid, Entry> _entries = [];

    /// <summary>The entry that a line of the books became.</summary>
    public Entry EntryOf(BookEntry entry) => _entries[entry.Id];

    public void Plant()
    {
        foreach (var relation in books.Relations)
            Plant(relation);
        foreach (var entry in books.Entries)
            _entries.Add(entry.Id, entry.Kind == EntryKind.Sales ? PlantSales(entry) : PlantOpenItem(entry));
        foreach (var payment in books.Payments.OrderBy(payment => payment.Date).ThenBy(payment => payment.EntryId))
            Plant(payment);
    }

    void Plant(BookRelation relation)
    {
        var known = new DateTimeOffset(2025, 7, 1, 8, 0, 0, TimeSpan.Zero);
        var draft = new AccountDraft(relation.Name)
        {
            Id = relation.Id,
            Blocked = relation.Blocked,
            VatNumber = relation.VatNumber,
            AddressLine1 = relation.Address.Line,
            Postcode = relation.Address.PostalCode,
            City = relation.Address.City,
            Country = relation.Address.Country,
            Language = relation.Of?.Language,
            PaymentConditionSales = "30",
        };
        division.AddAccount(draft, new Entered(ActorOf(Bookkeeper.Name), known));
    }

    Entry PlantSales(BookEntry entry) =>
        division.EnterSalesEntry(
            new SalesEntryDraft
            {
                Journal = entry.Journal,
                Customer = entry.Relation.Id,
                EntryDate = entry.Date,
                PaymentCondition = "30",
                Currency = entry.Currency,
                Rate = entry.EuroRate,
                YourRef = entry.YourRef,
                PaymentReference = entry.PaymentReference,
                Description = entry.Description,
                Lines =
                [
                    .. entry.Lines.Select(line => new SalesLineDraft(
                        masters.Account(line.LedgerAccount),
                        line.Net,
                        masters.VatCode(line.Tax!),
                        line.Description,
                        line.Vat
                    )),
                ],
            },
            EnteredOf(entry)
        );

    Entry PlantOpenItem(BookEntry entry)
    {
        var draft = new GeneralEntryDraft(
            entry.Journal,
            entry.Date,
            [
                new GeneralLineDraft(
                    masters.Receivables,
                    entry.Total,
                    entry.Relation.Id,
                    entry.YourRef,
                    entry.Description,
                    entry.Date.AddDays(30)
                )
                {
                    PaymentReference = entry.PaymentReference,
                },
                new GeneralLineDraft(masters.CounterAccount, -entry.Total, Description: entry.Description),
            ]
        )
        {
            Description = entry.Description,
            Currency = entry.Currency,
            Rate = entry.EuroRate,
        };
        return entry.Kind == EntryKind.OpeningBalance
            ? division.EnterOpeningBalance(draft, EnteredOf(entry))
            : division.EnterGeneralEntry(draft, EnteredOf(entry));
    }

    void Plant(BookPayment payment)
    {
        var paid = _entries[payment.EntryId];
        var line = division.ReceivableLineOf(paid);
        division.EnterBankEntry(
            new BankEntryDraft(
                ExactMasters.BankJournal,
                payment.Date,
                [
                    new BankLineDraft(paid.Customer!.Id, payment.Amount, $"Ontvangst {paid.Customer.Name}")
                    {
                        Pays = [line.Id],
                        YourRef = paid.YourRef,
                    },
                ]
            ),
            new Entered(
                ActorOf(Bookkeeper.Name),
                new DateTimeOffset(payment.Date.ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero)
            )
        );
    }

    Entered EnteredOf(BookEntry entry) => new(ActorOf(entry.EnteredBy), entry.EnteredAt);

    Actor ActorOf(string name)
    {
        if (!_actors.TryGetValue(name, out var actor))
            _actors[name] = actor = new Actor(random.NextGuid(), name);
        return actor;
    }
}
