namespace Bookonce.Sandbox.ExactOnline;

public sealed partial class Division
{
    private const int Concept = 10;
    private const int Realized = 40;

    internal KeyedRows<Guid, VatReturn> ReturnRows { get; } = new(row => row.Id);

    /// <summary>The VAT returns in the order of year and period.</summary>
    public IReadOnlyList<VatReturn> VatReturns =>
        Copy(ReturnRows.Ordered.OrderBy(row => (row.Year, row.Period, row.Created)));

    /// <summary>Files the VAT return of a period: what is in it may no longer be changed or deleted, as the switches say.</summary>
    /// <param name="period">The month or quarter; 0 for a yearly return.</param>
    /// <exception cref="RefusedException">It is filed already, or there is no such period.</exception>
    public VatReturn FileVatReturn(int year, int period, ReturnFrequency frequency = ReturnFrequency.Monthly)
    {
        lock (state.Gate)
        {
            var known = ReturnRows.Ordered.FirstOrDefault(row =>
                (row.Year, row.Period, row.Frequency) == (year, period, frequency)
            );
            if (known is { IsFiled: true })
                throw new RefusedException(Refusal.Exists);
            known ??= AddVatReturn(year, period, frequency, Concept);
            SetStatus(known, Realized);
            return known;
        }
    }

    /// <summary>Takes a filed VAT return back to a concept.</summary>
    public void WithdrawVatReturn(VatReturn vatReturn)
    {
        lock (state.Gate)
            SetStatus(vatReturn, Concept);
    }

    /// <summary>Whether the VAT of a period has been declared.</summary>
    public bool IsFiled(int year, int period)
    {
        lock (state.Gate)
            return ReturnRows.Ordered.Any(row => row.IsFiled && row.Covers(year, period));
    }

    internal VatReturn AddVatReturn(int year, int period, ReturnFrequency frequency, int status, bool isFromApi = false)
    {
        var last = frequency switch
        {
            ReturnFrequency.Monthly => 12,
            ReturnFrequency.Quarterly => 4,
            _ => 0,
        };
        if (period > last || (last > 0 && period < 1) || FindPeriod(year, 1) is null)
            throw new RefusedException(Refusal.UnknownYear);
        var description = $"VAT return {VatReturn.Describe(year, period, frequency)}";
        var document = AddDocument(new DocumentDraft(description, DocumentType.Miscellaneous));
        var row = new VatReturn(new Stamp(NextId(), User.Actor, state.Clock.GetUtcNow()))
        {
            Year = year,
            Period = period,
            Frequency = frequency,
            Amount = -VatBooked((year, period, frequency)),
            Document = document.Id,
            Description = description,
            IsFromApi = isFromApi,
            Status = status,
        };
        ReturnRows.Add(row);
        Touch();
        return row;
    }

    private decimal VatBooked((int Year, int Period, ReturnFrequency Frequency) declared) =>
        Ledger
            .Lines.Ordered.Where(line =>
                line.GLAccount.Type == GLAccountType.Vat
                && VatReturn.Covers(declared, line.Entry.Year, line.Entry.Period)
            )
            .Sum(line => line.AmountDC);

    private void SetStatus(VatReturn row, int status)
    {
        (row.Status, row.Modifier, row.Modified) = (status, User.Actor, state.Clock.GetUtcNow());
        Touch();
    }

    private bool IsFiled(Entry entry) => entry.IsSales && IsFiled(entry.Year, entry.Period);
}
