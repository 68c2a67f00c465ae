using Bookonce.Domain.Matching.Deciding;
using Bookonce.Engine.Deactivate;
using Bookonce.Engine.Previews;

namespace Bookonce.Output;

/// <summary>What connecting again causes, on the screen and as JSON.</summary>
static class ReconnectOutput
{
    public static void Json(ReconnectOffer offer, Imported imported, bool isDone)
    {
        var (connection, settings) = (offer.Connection, offer.Connection.Settings);
        Screen.Json(
            new
            {
                Connection = connection.Name,
                Reconnected = isDone,
                DeactivatedSince = connection.Deactivation!.Since,
                connection.Deactivation.DisconnectDate,
                Administration = new { connection.Administration.Name, connection.Administration.Division },
                settings.InvoiceJournal,
                settings.CreditNoteJournal,
                offer.Wanted.StartDate,
                Kept = Effect(offer.Kept),
                Wanted = Effect(offer.Wanted),
                Import = ImportOutput.Of(imported),
            }
        );
    }

    public static void Text(ReconnectOffer offer, Imported imported, bool isDone)
    {
        var (connection, settings) = (offer.Connection, offer.Connection.Settings);
        Screen.Line(
            $"{connection.Name}, deactivated since {connection.Deactivation!.Since:yyyy-MM-dd HH:mm} UTC -> {connection.Administration.Name} ({connection.Administration.Division})"
        );
        Screen.Line(
            $"  invoices in journal {settings.InvoiceJournal}, credit notes in journal {settings.CreditNoteJournal}; {settings.TaxRates.Count} tax rates and {settings.Categories.Count} categories as they were"
        );
        Tell(offer.Kept);
        if (offer.IsMoved)
            Tell(offer.Wanted);
        ImportOutput.Text(imported);
        Screen.Line(
            isDone ? "Connected again. 'bookonce sync' goes on; nothing was booked by this."
            : imported.IsComplete ? "Nothing is connected again yet: add --yes."
            : "It is not connected again yet, because the import is not complete: run it again, or leave out --import."
        );
    }

    static void Tell(Preview preview)
    {
        Screen.Line(
            $"From {preview.StartDate:yyyy-MM-dd} on the next run finds {preview.Documents.Count} documents: "
                + string.Join(", ", Verdicts.InOrder.Select(verdict => $"{preview.Count(verdict)} {InWords(verdict)}"))
                + $"; {preview.LeftOut.Count} of before are left out"
        );
    }

    static string InWords(MatchVerdict verdict) =>
        verdict switch
        {
            MatchVerdict.Linked => "linked",
            MatchVerdict.Adopt => "to adopt",
            MatchVerdict.Ask => "to ask about",
            MatchVerdict.Twice => "booked twice",
            _ => "to book",
        };

    static object Effect(Preview preview) =>
        new
        {
            preview.StartDate,
            Documents = preview.Documents.Count,
            Linked = preview.Count(MatchVerdict.Linked),
            Adopt = preview.Count(MatchVerdict.Adopt),
            Book = preview.Count(MatchVerdict.Book),
            Ask = preview.Count(MatchVerdict.Ask),
            Twice = preview.Count(MatchVerdict.Twice),
            LeftOut = preview.LeftOut.Count,
        };
}
