namespace Bookonce.Sandbox.ExactOnline;

/// <summary>The languages in which the service refuses; it follows the language of the connected user.</summary>
public enum ErrorLanguage
{
    Dutch,
    English,
}

/// <summary>One reason for which the books refuse something, in both languages as users report the texts.</summary>
public sealed record Refusal(string Dutch, string English)
{
    /// <summary>The text in one language.</summary>
    public string In(ErrorLanguage language) => language == ErrorLanguage.Dutch ? Dutch : English;

    internal static Refusal Mandatory(string dutch, string english) =>
        new($"Verplicht: {dutch}", $"Mandatory: {english}");

    internal static Refusal Invalid(string dutch, string english) => new($"Ongeldig: {dutch}", $"Invalid: {english}");

    internal static Refusal UnknownReference(string dutch, string english) =>
        new($"Ongeldige referentie: {dutch}", $"Invalid reference: {english}");

    internal static Refusal NotAllowed(string dutch, string english) =>
        new($"Niet toegestaan: {dutch}", $"Not allowed: {english}");

    internal static Refusal InUse(string dutch, string english) => new($"In gebruik: {dutch}", $"In use: {english}");

    internal static Refusal PeriodClosed(int year, int period) =>
        new($"Periode is afgesloten: {year} - {period}", $"Period is closed: {year} - {period}");

    internal static Refusal NumberTaken { get; } = InUse("Boekstuknummer", "Document number");

    internal static Refusal Exists { get; } = new("Gegeven bestaat reeds", "Data already exists");

    internal static Refusal AlreadyProcessed { get; } = new("Reeds verwerkt", "Already processed");

    internal static Refusal DocumentTypeNotAllowed { get; } =
        new("Documenttype niet toegestaan", "Document Type not allowed");

    internal static Refusal ReturnIsFiled { get; } =
        NotAllowed("Btw-aangifte is ingediend", "VAT return has been filed");

    internal static Refusal VatCodeMissing { get; } =
        new(
            "Property 'VATCode' of business component 'GLTransactionVATLine' is mandatory.",
            "Property 'VATCode' of business component 'GLTransactionVATLine' is mandatory."
        );

    internal static Refusal UnknownYear { get; } =
        new("Onbekend: Boekjaar (Periode-datumtabel)", "Unknown: Financial year (Period-date table)");

    internal static Refusal NotBalanced(int year, int period, string currency, decimal difference) =>
        new(
            FormattableString.Invariant(
                $"De boeking is niet in evenwicht op: {year} / {period} Verschil: {currency} {difference:0.00}"
            ),
            FormattableString.Invariant(
                $"Entry is not in balance: {year} / {period} Difference: {currency} {difference:0.00}"
            )
        );

    internal static Refusal OtherReceivableAccount { get; } =
        new(
            "De klantenrekening van deze relatie is niet gelijk aan de rekening van het gebruikte verkoopdagboek",
            "The receivable account of this account differs from the account of the sales journal used"
        );
}

/// <summary>The books refuse an entry, a change or a deletion, with every reason found.</summary>
public sealed class RefusedException(params IReadOnlyList<Refusal> reasons)
    : InvalidOperationException(string.Join("; ", reasons.Select(reason => reason.English)))
{
    /// <summary>At least one reason.</summary>
    public IReadOnlyList<Refusal> Reasons { get; } = reasons;

    /// <summary>The service answers 403 instead of a text.</summary>
    public bool IsForbidden { get; init; }
}
