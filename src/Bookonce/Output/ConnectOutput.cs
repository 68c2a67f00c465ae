using Bookonce.Domain.Connections;
using Bookonce.Engine.Connect;

namespace Bookonce.Output;

/// <summary>What was connected, or would be, and what nobody could tell.</summary>
static class ConnectOutput
{
    public static void Show(Offer offer, ConnectionSettings settings, bool isConnected, bool json)
    {
        var unmapped = Unmapped(settings).ToArray();
        if (json)
        {
            Screen.Json(
                new
                {
                    Connected = isConnected,
                    CompanyEntity = offer.Entity.Name,
                    Division = offer.Division.Code,
                    Administration = offer.Division.Name,
                    settings.StartDate,
                    settings.InvoiceJournal,
                    settings.CreditNoteJournal,
                    settings.TaxRates,
                    settings.Categories,
                    settings.DefaultPaymentCondition,
                    Unmapped = unmapped,
                    offer.MissingRights,
                }
            );
            return;
        }

        Screen.Line(
            $"{offer.Entity.Name} -> {offer.Division.Name} ({offer.Division.Code}), documents from {settings.StartDate:yyyy-MM-dd} on"
        );
        Screen.Line(
            $"  invoices in journal {settings.InvoiceJournal}, credit notes in journal {settings.CreditNoteJournal}"
        );
        foreach (var rate in settings.TaxRates)
            Screen.Line($"  '{rate.Description}' -> VAT code {rate.VatCode ?? "none yet"}");
        foreach (var what in unmapped)
            Screen.Line($"  To choose on the Settings page: {what}");
        foreach (var right in offer.MissingRights)
            Screen.Line($"  The Exact user lacks the right to {right}.");
        Screen.Line(
            isConnected
                ? "Connected. 'bookonce preview' shows what would be booked."
                : "Nothing is connected yet: add --accept-proposals."
        );
    }

    static IEnumerable<string> Unmapped(ConnectionSettings settings) =>
        settings
            .TaxRates.Where(rate => rate.VatCode is null)
            .Select(rate => $"a VAT code for '{rate.Description}'")
            .Concat(
                settings
                    .Categories.Where(category => category.LedgerAccount is null)
                    .Select(category => $"a ledger account for '{category.Name}'")
            );
}
