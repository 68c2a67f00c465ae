using Bookonce.Domain.Matching;

namespace Bookonce.Engine.Check;

/// <summary>Reads a list of entries.</summary>
sealed class EntryList() : ListReader<MatchEntry>(ColumnSet.Entries, Total)
{
    const string Total = "amount_incl";

    protected override Draft? Of(Cells cells)
    {
        var (journal, year, number) = (cells.Text("journal"), cells.Text("year"), cells.Text("entry_number"));
        var id =
            cells.Text("entry_id")
            ?? (number is null ? null : string.Join('/', new[] { journal, year, number }.OfType<string>()));
        if (id is null && cells.IsReadable)
            cells.Complain(null, "neither entry_id nor entry_number");

        var (date, due) = (cells.Day(Date, isRequired: true), cells.Day("due_date"));
        var (amount, inBooks) = (cells.Amount(Total, isRequired: true), cells.Amount("amount_dc"));
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

    protected override MatchEntry With(MatchEntry row, in Settled read) =>
        row with
        {
            Date = read.Date,
            DueDate = read.Due,
            Amount = read.Total,
            BookAmount = read.Other,
        };

    protected override string IdOf(MatchEntry row) => row.Id;
}
