using Bookonce.Domain.Matching;

namespace Bookonce.Engine.Check;

/// <summary>Reads a list of entries.</summary>
sealed class EntryList() : ListReader<MatchEntry>(ColumnSet.Entries)
{
    protected override Draft? Of(Cells cells)
    {
        var (journal, year, number) = (cells.Text("journal"), cells.Text("year"), cells.Text("entry_number"));
        var id =
            cells.Text("entry_id")
            ?? (number is null ? null : string.Join('/', new[] { journal, year, number }.OfType<string>()));
        if (id is null && cells.IsReadable)
            cells.Complain(null, "neither entry_id nor entry_number");

        var (date, due) = (cells.Day("date", isRequired: true), cells.Day("due_date"));
        var (amount, inBooks) = (cells.Amount("amount_incl", isRequired: true), cells.Amount("amount_dc"));
        if (id is null || date is null || amount is null)
            return null;

        return new Draft(
            cells.Row,
            new MatchEntry
            {
                Id = id,
                Journal = journal,
                Year = cells.Whole("year"),
                Number = cells.Whole("entry_number"),
                Date = date.Value.Value,
                Account = cells.Text("account_code"),
                AccountName = cells.Text("account_name"),
                AccountVat = cells.Text("account_vat"),
                Currency = Currency(cells.Text("currency")) ?? amount.Value.Currency,
                Amount = amount.Value.Value,
                YourRef = cells.Text("your_ref"),
                PaymentReference = cells.Text("payment_reference"),
                Description = cells.Text("description"),
                InvoiceNumber = cells.Text("invoice_number"),
            },
            date.Value,
            due,
            amount.Value,
            inBooks
        );
    }

    protected override MatchEntry? Settle(in Draft draft, Manner manner, Action<string> doubt)
    {
        var (date, amount) = (manner.Read(draft.Date), manner.Read(draft.Gross));
        if (date is null)
            doubt("date");
        if (amount is null)
            doubt("amount_incl");
        return date is null || amount is null
            ? null
            : draft.Value with
            {
                Date = date.Value,
                DueDate = draft.Due is { } due ? manner.Read(due) : null,
                Amount = amount.Value,
                BookAmount = draft.Other is { } inBooks ? manner.Read(inBooks) : null,
            };
    }

    protected override string IdOf(MatchEntry row) => row.Id;
}
