using Bookonce.Sandbox.ExactOnline.Pages;

namespace Bookonce.Sandbox.ExactOnline;

public sealed partial class Division
{
    /// <summary>What is still open on an entry's receivable lines, in the administration's currency; null without such a line.</summary>
    internal decimal? OpenAmountOf(Entry entry)
    {
        lock (state.Gate)
        {
            var terms = entry.Lines.SelectMany(line => Ledger.TermsOf(line.Id)).ToList();
            return terms is [] ? null : terms.Where(term => !term.IsFullyPaid).Sum(term => term.AmountDC);
        }
    }

    /// <summary>The receivables of an entry, paid and open parts apart, each with the entry that it is matched with.</summary>
    internal IReadOnlyList<ReceivableView> ReceivablesOf(Entry entry)
    {
        lock (state.Gate)
        {
            return
            [
                .. entry
                    .Lines.SelectMany(line => Ledger.TermsOf(line.Id))
                    .Select(term => new ReceivableView(
                        term.Line.Id,
                        term.AmountDC,
                        term.Line.DueDate,
                        term.IsFullyPaid,
                        term.MatchedWith is { } with ? Ledger.Lines.Find(with)?.Entry : null
                    )),
            ];
        }
    }

    /// <summary>Open receivable lines of the same relation and the other sign: what an entry could be matched with.</summary>
    internal IReadOnlyList<ReceivableView> MatchesFor(Entry entry)
    {
        lock (state.Gate)
        {
            var mine = entry
                .Lines.SelectMany(line => Ledger.TermsOf(line.Id))
                .FirstOrDefault(term => !term.IsFullyPaid);
            if (mine is null)
                return [];
            return
            [
                .. Ledger
                    .Terms.Ordered.Where(term =>
                        !term.IsFullyPaid && term.Line.Account == mine.Line.Account && term.AmountDC * mine.AmountDC < 0
                    )
                    .OrderBy(term => term.Line.Entry.Date)
                    .Select(term => new ReceivableView(
                        term.Line.Id,
                        term.AmountDC,
                        term.Line.DueDate,
                        IsPaid: false,
                        term.Line.Entry
                    )),
            ];
        }
    }
}
