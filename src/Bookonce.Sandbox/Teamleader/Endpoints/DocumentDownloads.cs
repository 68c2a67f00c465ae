using Bookonce.Sandbox.Teamleader.Downloads;
using Bookonce.Sandbox.Teamleader.Http;
using Bookonce.Sandbox.Teamleader.Model;
using Bookonce.Sandbox.Teamleader.State;

namespace Bookonce.Sandbox.Teamleader.Endpoints;

/// <summary>Documents as files. The answer is a temporary address, whose expiry has another name here than for files.</summary>
internal static class DocumentDownloads
{
    static readonly string[] Formats = ["pdf", "ubl/e-fff", "ubl/peppol_bis_3", "ubl/xrechnung"];

    public static Answer Invoice(Call call) => Download(call, call.Subject(call.State.InvoiceShelf.Find, "Invoice"));

    public static Answer CreditNote(Call call) =>
        Download(call, call.Subject(call.State.CreditNoteShelf.Find, "Credit note"));

    static Answer Download(Call call, Document document)
    {
        var format = call.Body["format"].Required.OneOf(Formats)!;
        var name = $"{document.Number ?? "draft"}".Replace('/', '-').Replace(" ", "", StringComparison.Ordinal);
        var expires = call.State.TemporaryExpiry;
        if (format == "pdf")
        {
            var paper = PrintedDocument.Of(document, call.State.DepartmentsById[document.DepartmentId]);
            return call.Temporary(
                new TemporaryAddresses.Download(expires, $"{name}.pdf", "application/pdf", paper),
                "expires"
            );
        }
        if (document.Number is null)
            throw call.Body["format"].Invalid;
        var ubl = new UblWriter(document, format, call.State).Write();
        return call.Temporary(
            new TemporaryAddresses.Download(expires, $"{name}.xml", "application/xml", ubl),
            "expires"
        );
    }
}
