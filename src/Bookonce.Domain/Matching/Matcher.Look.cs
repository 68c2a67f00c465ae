using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Matching.Deciding;

namespace Bookonce.Domain.Matching;

public static partial class Matcher
{
    /// <summary>Gives every document of an administration its verdict.</summary>
    /// <param name="documents">All living documents of the connection, linked ones too: they claim their own entries.</param>
    /// <param name="entries">Every entry of the administration that stands for a receivable.</param>
    /// <param name="links">Links of every connection that shares the administration.</param>
    /// <param name="denials">What people said is not the same.</param>
    public static IReadOnlyDictionary<Guid, Verdict> Look(
        IReadOnlyCollection<SalesDocument> documents,
        IReadOnlyCollection<Entry> entries,
        IReadOnlyCollection<Link> links,
        IReadOnlySet<Denial> denials
    )
    {
        var linked = links.Select(link => link.DocumentId).ToHashSet();
        var linksOf = links.ToLookup(link => link.EntryId);
        var (all, lines) = (documents.ToArray(), entries.ToArray());
        var result = Match(
            new MatchBooks(
                Array.ConvertAll(all, document => Of(document, linked.Contains(document.Id))),
                Array.ConvertAll(lines, entry => Of(entry, LinkOf(entry, linksOf[entry.EntryId]))),
                denials.Select(denial => (denial.DocumentId.ToString(), denial.LineId.ToString())).ToHashSet()
            )
        );
        return Enumerable.Range(0, all.Length).ToDictionary(place => all[place].Id, place => Verdict(place));

        Verdict Verdict(int place)
        {
            Candidate[] found = [.. result.EntriesOf(place).Select(candidate => Candidate(place, candidate))];
            return (result.VerdictOf(place), found) switch
            {
                (MatchVerdict.Linked, _) => new Verdict.Linked(),
                (MatchVerdict.Adopt, [var only]) => new Verdict.Adopt(only),
                (MatchVerdict.Twice, _) => new Verdict.Twice(found),
                (MatchVerdict.Ask, _) => new Verdict.Ask(found),
                _ => new Verdict.Book(),
            };
        }

        Candidate Candidate(int place, MatchCandidate candidate)
        {
            var reasons = result.Because(place, candidate.Entry);
            var entry = lines[candidate.Entry];
            return new Candidate(entry, string.Join(", ", reasons))
            {
                Probability = candidate.Probability,
                Reasons = reasons,
                Differences = Differences.Between(all[place], entry),
            };
        }
    }

    static MatchDocument Of(SalesDocument document, bool isLinked) =>
        new()
        {
            Id = document.Id.ToString(),
            Kind = document.Kind,
            Number = document.Number,
            Date = document.Date,
            DueDate = document.DueDate,
            CustomerKey = document.Customer.Key?.ToString(),
            CustomerName = document.Customer.Name,
            CustomerVat = document.Customer.VatNumber,
            Currency = document.Currency.Code,
            Net = document.Net,
            Gross = document.Gross,
            PaymentReference = document.PaymentReference,
            Mark = document.Mark,
            IsLinked = isLinked,
        };

    /// <summary>An entry that no link holds.</summary>
    internal static MatchEntry Of(Entry entry) => Of(entry, link: null);

    static MatchEntry Of(Entry entry, Link? link) =>
        new()
        {
            Id = entry.LineId.ToString(),
            Journal = entry.Series.Journal,
            Year = entry.Series.Year,
            Number = entry.Number,
            Date = entry.Date,
            DueDate = entry.DueDate,
            Account = entry.AccountId?.ToString(),
            AccountName = entry.AccountName,
            Currency = entry.Currency.Code,
            Amount = entry.Amount,
            YourRef = entry.YourRef,
            PaymentReference = entry.PaymentReference,
            Description = entry.Description,
            InvoiceNumber = entry.InvoiceNumber?.ToString(),
            Mark = DocumentMark.IsOne(entry.Mark) ? entry.Mark : null,
            LinkedTo = link?.DocumentId.ToString(),
            Creator = entry.Creator,
            IsOpenItem = !entry.IsSales,
        };

    /// <summary>A link holds a whole sales entry, but only one receivable line of another journal.</summary>
    static Link? LinkOf(Entry entry, IEnumerable<Link> links) =>
        links.FirstOrDefault(link => entry.IsSales || link.LineId == entry.LineId);
}
