using Bookonce.Domain.Documents;
using Bookonce.Domain.Matching;

namespace Bookonce.Engine.Check;

/// <summary>Reads a list of invoices and credit notes.</summary>
sealed class DocumentList() : ListReader<MatchDocument>(ColumnSet.Documents)
{
    protected override Draft? Of(Cells cells)
    {
        var number = cells.Text("number");
        var id = cells.Text("id") ?? number;
        if (id is null && cells.IsReadable)
            cells.Complain(null, "neither id nor number");

        var (date, due) = (cells.Day("date", isRequired: true), cells.Day("due_date"));
        var (gross, net) = (cells.Amount("total_incl", isRequired: true), cells.Amount("total_excl"));
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

    protected override MatchDocument? Settle(in Draft draft, Manner manner, Action<string> doubt)
    {
        var (date, gross) = (manner.Read(draft.Date), manner.Read(draft.Gross));
        if (date is null)
            doubt("date");
        if (gross is null)
            doubt("total_incl");
        return date is null || gross is null
            ? null
            : draft.Value with
            {
                Date = date.Value,
                DueDate = draft.Due is { } due ? manner.Read(due) : null,
                Gross = gross.Value,
                Net = draft.Other is { } net ? manner.Read(net) : null,
            };
    }

    protected override string IdOf(MatchDocument row) => row.Id;

    /// <summary>Without a kind, what counts down is a credit note.</summary>
    static DocumentKind? Kind(Amount? gross) =>
        gross is { Value: < 0 } ? DocumentKind.CreditNote : DocumentKind.Invoice;
}
