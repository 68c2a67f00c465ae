using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;

namespace Bookonce.Domain.Repair;

/// <summary>A line of an entry as Exact gave it, without the receivable.</summary>
/// <param name="LedgerAccount">Exact's id of the account.</param>
/// <param name="VatCode">The VAT code without padding; null when it had none.</param>
/// <param name="Net">Excluding VAT, in the entry's currency, negative for a credit note.</param>
/// <param name="Vat">The VAT, with the same sign.</param>
/// <param name="Description">The text of the line.</param>
public sealed record SavedLine(Guid LedgerAccount, string? VatCode, decimal Net, decimal Vat, string? Description)
{
    /// <summary>Everything else that can be written, by Exact's own name: cost centre, project, quantity and so on.</summary>
    public IReadOnlyDictionary<string, string> Other { get; init; } = new Dictionary<string, string>();

    /// <summary>What it says, as one text.</summary>
    internal string Content =>
        string.Join(
            '\u001f',
            [$"{LedgerAccount}", VatCode, Plain.Of(Net), Plain.Of(Vat), Description, .. Plain.Of(Other)]
        );
}

/// <summary>A file that was attached.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Hash">SHA-256 of its bytes, which are kept beside the journal.</param>
public sealed record SavedFile(string Name, string Hash);

/// <summary>An entry of a sales journal as it was read, whole: what is needed to enter it again.</summary>
public sealed record SavedEntry
{
    /// <summary>Exact's id. It does not come back.</summary>
    public required Guid EntryId { get; init; }

    /// <inheritdoc cref="Entry.Series"/>
    public required SeriesKey Series { get; init; }

    /// <summary>The period of the financial year.</summary>
    public required int Period { get; init; }

    /// <summary>The booking number.</summary>
    public required int Number { get; init; }

    /// <summary>The entry date.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>When it is due.</summary>
    public DateOnly? DueDate { get; init; }

    /// <summary>The Exact account it is on.</summary>
    public required Guid Account { get; init; }

    /// <summary>The currency of every amount.</summary>
    public required Currency Currency { get; init; }

    /// <summary>Including VAT, as the books count.</summary>
    public required decimal Amount { get; init; }

    /// <inheritdoc cref="SavedLine"/>
    public required IReadOnlyList<SavedLine> Lines { get; init; }

    /// <summary>The customer's reference field.</summary>
    public string? YourRef { get; init; }

    /// <summary>The payment reference.</summary>
    public string? PaymentReference { get; init; }

    /// <summary>The text of the entry.</summary>
    public string? Description { get; init; }

    /// <summary>The external link.</summary>
    public string? Mark { get; init; }

    /// <summary>Everything else that can be written, by Exact's own name: payment condition, rate and so on.</summary>
    public IReadOnlyDictionary<string, string> Other { get; init; } = new Dictionary<string, string>();

    /// <inheritdoc cref="SavedFile"/>
    public IReadOnlyList<SavedFile> Attachments { get; init; } = [];

    /// <summary>When it was last changed, UTC. It does not come back.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>Who changed it last. It does not come back.</summary>
    public string? Changer { get; init; }

    /// <summary>
    /// What another reading says otherwise, in words; empty when everything that can be put back is the same. The order of lines
    /// does not count, nor does the instant of the last change.
    /// </summary>
    public IReadOnlyList<string> ChangesTo(SavedEntry other)
    {
        ArgumentNullException.ThrowIfNull(other);
        string?[] changes =
        [
            (Series, Number) != (other.Series, other.Number) ? $"it is {other.Series} {other.Number} now" : null,
            (Date, Period) != (other.Date, other.Period) ? $"its date is {other.Date:yyyy-MM-dd} now" : null,
            (Amount, Currency) != (other.Amount, other.Currency)
                ? $"its total is {other.Amount} {other.Currency} now"
                : null,
            Account != other.Account ? "its relation is another now" : null,
            !Same(Lines.Select(line => line.Content), other.Lines.Select(line => line.Content))
                ? "its lines are others now"
                : null,
            (YourRef, PaymentReference, Description, Mark, DueDate)
                != (other.YourRef, other.PaymentReference, other.Description, other.Mark, other.DueDate)
            || !Same(Plain.Of(Other), Plain.Of(other.Other))
                ? "its reference, text or terms are others now"
                : null,
            !Same(Attachments.Select(Text), other.Attachments.Select(Text)) ? "its attachments are others now" : null,
        ];
        return [.. changes.OfType<string>()];
    }

    static string Text(SavedFile file) => $"{file.Name}\u001f{file.Hash}";

    static bool Same(IEnumerable<string> one, IEnumerable<string> other) =>
        one.Order(StringComparer.Ordinal).SequenceEqual(other.Order(StringComparer.Ordinal), StringComparer.Ordinal);
}

/// <summary>Texts that are equal when the values are.</summary>
static class Plain
{
    /// <summary>10.0 and 10.00 are one amount.</summary>
    public static string Of(decimal amount) =>
        amount.ToString("0.##########", System.Globalization.CultureInfo.InvariantCulture);

    public static IEnumerable<string> Of(IReadOnlyDictionary<string, string> fields) =>
        fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}={field.Value}");
}
