using Bookonce.Domain.Documents;
using Bookonce.Domain.Matching;

namespace Bookonce.Engine.Check;

/// <summary>Reads a list of invoices and credit notes.</summary>
sealed class DocumentList() : ListReader<MatchDocument>(ColumnSet.Documents, Total)
{
    const string Total = "total_incl";

    protected override Draft? Of(Cells cells)
    {
        var number = cells.Text("number");
        var id = cells.Text("id") ?? number;
        if (id is null && cells.IsReadable)
            cells.Complain(null, "neither id nor number");

        var (date, due) = (cells.Day(Date, isRequired: true), cells.Day("due_date"));
        var (gross, net) = (cells.Amount(Total, isRequired: true), cells.Amount("total_excl"));
        var kind = cells.Text("kind") is { } text ? KindText.Read(text) : Kind(gross);
        if (kind is null && cells.IsReadable)
            cells.Complain("kind", "neither invoice nor credit note");
        if (id is null || date is null || gross is null || kind is null)
            return null;

        return new Draft(
            cells.Row,
            new MatchDocument
            {
                Id = id,
                Kind = kind.Value,
                Number = number,
                Date = date.Value.Value,
                CustomerName = cells.Text("customer_name"),
                CustomerVat = cells.Text("customer_vat"),
                Currency = Currency(cells.Text("currency")) ?? gross.Value.Currency,
                Gross = gross.Value.Value,
                PaymentReference = cells.Text("payment_reference"),
                BookingNumber = cells.Whole("booking_number"),
            },
            date.Value,
            due,
            gross.Value,
            net
        );
    }

    protected override MatchDocument With(MatchDocument row, in Settled read) =>
        row with
        {
            Date = read.Date,
            DueDate = read.Due,
            Gross = read.Total,
            Net = read.Other,
        };

    protected override string IdOf(MatchDocument row) => row.Id;

    /// <summary>Without a kind, what counts down is a credit note.</summary>
    static DocumentKind? Kind(Amount? gross) =>
        gross is { Value: < 0 } ? DocumentKind.CreditNote : DocumentKind.Invoice;
}
