namespace Bookonce.Sandbox.ExactOnline;

/// <summary>The entries of an administration and what hangs on them: ledger lines, open items, traces of deleted rows.</summary>
internal sealed class Ledger(Division division)
{
    private const int DeletedTransactionLine = 1;
    private const int DeletedPaymentTerm = 10;
    private readonly Dictionary<Guid, List<PaymentTerm>> termsByLine = [];

    public KeyedRows<Guid, Entry> Entries { get; } = new(row => row.Id);
    public KeyedRows<Guid, Entry> SalesEntries { get; } = new(row => row.Id);
    public KeyedRows<Guid, SalesLine> SalesLines { get; } = new(row => row.Id);
    public KeyedRows<Guid, TransactionLine> Lines { get; } = new(row => row.Id);
    public KeyedRows<Guid, PaymentTerm> Terms { get; } = new(row => row.Id);
    public KeyedRows<long, DeletedRow> Deleted { get; } = new(row => row.RowVersion);
    public VersionLog<TransactionLine> LineLog { get; } = new(row => row.RowVersion);
    public VersionLog<PaymentTerm> TermLog { get; } = new(row => row.RowVersion);

    /// <summary>The entry that refers to a document.</summary>
    public Dictionary<Guid, Entry> ByDocument { get; } = [];

    public KeyedRows<Guid, Entry> GeneralEntries { get; } = new(row => row.Id);
    public KeyedRows<Guid, Entry> BankEntries { get; } = new(row => row.Id);

    public IReadOnlyList<PaymentTerm> TermsOf(Guid lineId) =>
        termsByLine.TryGetValue(lineId, out var terms) ? terms : [];

    public void Add(Entry entry, IReadOnlyList<LineSpec> specs, bool numberGiven)
    {
        division.Series.Take(entry, numberGiven);
        entry.Sequence = division.State.NextSequence();
        Entries.Add(entry);
        OfKind(entry)?.Add(entry);
        foreach (var line in entry.SalesLines)
            SalesLines.Add(line);
        Refer(entry, null);
        Write(entry, specs);
        division.RaiseOf(entry, isNew: true);
    }

    /// <summary>Notes which document an entry refers to.</summary>
    public void Refer(Entry entry, Guid? before)
    {
        if (before is { } earlier)
            ByDocument.Remove(earlier);
        if (entry.Document is { } document)
            ByDocument[document] = entry;
    }

    /// <summary>Makes the entry's lines those of the specification; a line that stays what it was keeps its id.</summary>
    public void Write(Entry entry, IReadOnlyList<LineSpec> specs)
    {
        var before = entry.Lines.ToDictionary(line => line.Role);
        var after = new List<TransactionLine>(specs.Count);
        TransactionLine? header = null;
        foreach (var spec in specs)
        {
            var isNew = !before.Remove(spec.Role, out var line);
            line ??= spec.NewLine(division, entry);
            spec.ApplyTo(line, header);
            header ??= line;
            if (isNew)
                Lines.Add(line);
            Changed(line, isNew);
            after.Add(line);
        }
        foreach (var gone in before.Values)
            Remove(gone);
        entry.Lines = after;
        foreach (var line in after)
            FollowOpenItem(line);
    }

    public void Remove(Entry entry)
    {
        var lines = entry.Lines.Select(line => line.Id).ToHashSet();
        Reopen(Partners(entry.Lines), lines);
        foreach (var line in entry.Lines)
            Remove(line);
        foreach (var line in entry.SalesLines)
            SalesLines.Remove(line);
        Entries.Remove(entry);
        OfKind(entry)?.Remove(entry);
        division.Series.GiveBack(entry);
        RemoveDocument(entry);
        division.RaiseOf(entry, isDeleted: true);
    }

    /// <summary>The lines of other entries with which these are matched.</summary>
    public IReadOnlyList<TransactionLine> Partners(IEnumerable<TransactionLine> lines) =>
        [
            .. lines
                .SelectMany(line => TermsOf(line.Id))
                .Select(term => term.MatchedWith)
                .OfType<Guid>()
                .Distinct()
                .Select(Lines.Find)
                .OfType<TransactionLine>(),
        ];

    public void Changed(TransactionLine line, bool isNew = false)
    {
        line.RowVersion = division.NextRowVersion();
        LineLog.Note(line, isNew);
    }

    public void Changed(PaymentTerm term, bool isNew = false)
    {
        term.RowVersion = division.NextRowVersion();
        TermLog.Note(term, isNew);
    }

    public PaymentTerm AddTerm(TransactionLine line, decimal amountFC, decimal amountDC)
    {
        var term = new PaymentTerm(new Stamp(division.NextId(), line.Modifier, line.Modified))
        {
            PartId = division.NextId(),
            Line = line,
            AmountFC = amountFC,
            AmountDC = amountDC,
        };
        Terms.Add(term);
        if (!termsByLine.TryGetValue(line.Id, out var terms))
            termsByLine.Add(line.Id, terms = []);
        terms.Add(term);
        Changed(term, isNew: true);
        return term;
    }

    public void NoteDeleted(int entityType, Guid key) =>
        Deleted.Add(
            new DeletedRow(
                division.NextId(),
                division.NextRowVersion(),
                entityType,
                key,
                division.User.Id,
                division.State.Clock.GetUtcNow()
            )
        );

    private KeyedRows<Guid, Entry>? OfKind(Entry entry) =>
        entry.Journal.Type switch
        {
            JournalType.Sales => SalesEntries,
            JournalType.General => GeneralEntries,
            JournalType.Bank or JournalType.Cash or JournalType.PaymentService => BankEntries,
            _ => null,
        };

    private void RemoveDocument(Entry entry)
    {
        if (entry.Document is not { } id || !ByDocument.Remove(id))
            return;
        var goesToo = division.Switches.DocumentOfDeletedEntry == DocumentOfDeletedEntry.GoesToo;
        if (goesToo && division.DocumentRows.Find(id) is { } document)
            division.DeleteDocument(document);
    }

    private void FollowOpenItem(TransactionLine line)
    {
        var terms = TermsOf(line.Id);
        if (line.GLAccount.Type != GLAccountType.Receivable || line.Account is null)
        {
            foreach (var term in terms.ToArray())
                Remove(term);
            return;
        }
        var paid = terms.Where(term => term.IsFullyPaid).ToArray();
        var (restFC, restDC) = (
            line.AmountFC - paid.Sum(term => term.AmountFC),
            line.AmountDC - paid.Sum(term => term.AmountDC)
        );
        var open = terms.FirstOrDefault(term => !term.IsFullyPaid);
        if (open is null && (restDC != 0 || restFC != 0 || paid is []))
        {
            AddTerm(line, restFC, restDC);
        }
        else if (open is not null)
        {
            (open.AmountFC, open.AmountDC, open.Modified) = (restFC, restDC, line.Modified);
            Changed(open);
        }
    }

    /// <summary>Undoes the matches of the given lines with each other line, or only those with one of <paramref name="with"/>.</summary>
    public void Reopen(IEnumerable<TransactionLine> lines, IReadOnlySet<Guid>? with = null)
    {
        foreach (var line in lines)
        {
            var reopened = TermsOf(line.Id)
                .Where(term => term.MatchedWith is { } other && with?.Contains(other) is not false)
                .ToArray();
            foreach (var term in reopened)
            {
                (term.Status, term.LastPaymentDate, term.MatchedWith) = (20, null, null);
                term.Modified = division.State.Clock.GetUtcNow();
                Changed(term);
            }
            if (reopened is [])
                continue;
            MergeOpenParts(line);
            var isBankWithMore =
                line.Entry.Type == EntryType.CashFlow && TermsOf(line.Id).Any(term => term.IsFullyPaid);
            line.OffsetId = isBankWithMore ? line.OffsetId : null;
            Changed(line);
        }
    }

    // What was split to be paid in parts is one open item again.
    private void MergeOpenParts(TransactionLine line)
    {
        if (TermsOf(line.Id).Where(term => !term.IsFullyPaid).ToArray() is not [var first, _, ..] open)
            return;
        foreach (var other in open[1..])
        {
            (first.AmountFC, first.AmountDC) = (first.AmountFC + other.AmountFC, first.AmountDC + other.AmountDC);
            Remove(other);
        }
        Changed(first);
    }

    private void Remove(TransactionLine line)
    {
        foreach (var term in TermsOf(line.Id).ToArray())
            Remove(term);
        Lines.Remove(line);
        line.RowVersion = -1;
        LineLog.WentStale();
        NoteDeleted(DeletedTransactionLine, line.Id);
    }

    private void Remove(PaymentTerm term)
    {
        Terms.Remove(term);
        if (termsByLine[term.Line.Id] is var terms && terms.Remove(term) && terms.Count is 0)
            termsByLine.Remove(term.Line.Id);
        term.RowVersion = -1;
        TermLog.WentStale();
        NoteDeleted(DeletedPaymentTerm, term.Id);
    }
}
