using System.Globalization;
using System.Security.Cryptography;
using Bookonce.Sandbox.ExactOnline;

namespace Bookonce.Simulation.Audit;

/// <summary>
/// All that an entry says and that can come back when it is put back: no id, no instant, no payment. The order of lines does
/// not count.
/// </summary>
static class EntryText
{
    public static string Of(Division division, Entry entry) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{entry.Journal.Code}/{entry.Year} {entry.EntryNumber} | {WithoutNumber(division, entry)}"
        );

    /// <summary>Whether two say the same, the booking number apart.</summary>
    public static bool SaysTheSame(string one, string other) => WithoutNumber(one) == WithoutNumber(other);

    static string WithoutNumber(string text) => text[(text.IndexOf('|', StringComparison.Ordinal) + 1)..];

    static string WithoutNumber(Division division, Entry entry) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{entry.Date:O} {entry.DueDate:O} period {entry.Period} {entry.Customer?.Id} {entry.AmountFC:0.00} {entry.Currency} {entry.Rate:0.######} '{entry.YourRef}' '{entry.PaymentReference}' '{entry.Description}' '{entry.ExternalLinkReference}' {entry.PaymentCondition?.Code} {entry.OrderNumber}: {string.Join("; ", Lines(entry))} [{string.Join(", ", Files(division, entry))}]"
        );

    static IEnumerable<string> Lines(Entry entry) =>
        entry
            .SalesLines.Select(line =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{line.GLAccount.Code} {line.VatCode.Code.Trim()} {line.AmountFC:0.00} {line.VatAmountFC:0.00} '{line.Description}'"
                )
            )
            .Order(StringComparer.Ordinal);

    static IEnumerable<string> Files(Division division, Entry entry) =>
        (entry.Document is { } id ? division.DocumentRows.Find(id)?.Attachments ?? [] : [])
            .Select(file => $"{file.FileName} {Convert.ToHexStringLower(SHA256.HashData(file.Content.Span))[..8]}")
            .Order(StringComparer.Ordinal);
}
