using Bookonce.Domain.Proof;
using Bookonce.Engine.Proof;

namespace Bookonce.Output;

/// <summary>A statement on the screen.</summary>
static class ProofOutput
{
    public static void Text(DatedStatement made)
    {
        var statement = made.Statement;
        Screen.Line(
            $"{made.Connection.Name}, {statement.From:yyyy-MM-dd} to {statement.To:yyyy-MM-dd}, stated on {made.MadeAt:yyyy-MM-dd HH:mm} UTC"
        );
        Screen.Line(statement.Outcome.Words);
        Screen.Line(
            $"{statement.Documents, 7} {(statement.Documents == 1 ? "document" : "documents")}, {Screen.Count(statement.Entries, "entry", "entries")}, {statement.OneToOne} one to one{(statement.NothingToBook > 0 ? $"; {statement.NothingToBook} with nothing to book" : "")}"
        );
        foreach (var row in statement.Totals)
            Screen.Line(
                $"  total {row.Currency}: documents {row.Documents:N2}, entries {row.Entries:N2}, difference {row.Difference:N2}"
            );
        foreach (var row in statement.Vat)
            Screen.Line(
                $"  {row.Rate * 100:0.##} % {row.Currency}: documents {row.DocumentsTaxable:N2} and {row.DocumentsVat:N2} VAT, entries {Words(row)}"
            );
        foreach (var open in statement.Open)
            Screen.Line($"  open: {open.Number}: {open.Words}");
        foreach (var accepted in statement.Accepted)
            Screen.Line($"  accepted: {accepted.Number}: {accepted.Words}");
        Screen.Line(
            $"Documents as of {made.DocumentsReadAt:yyyy-MM-dd HH:mm} UTC, entries as of {made.EntriesReadAt:yyyy-MM-dd HH:mm} UTC, their VAT now; {Screen.Count(made.ExactCalls, "call", "calls")} to Exact."
        );
        Screen.Line($"Decision log: {made.Log.Sequence} lines up to {made.Log.Hash}");
    }

    /// <summary>Progress on one line of standard error.</summary>
    public static string Words(ProofProgress progress) =>
        progress.ResumesAt is { } at
            ? $"waits for the allowance, resumes at {at:HH:mm:ss} UTC"
            : $"reads VAT {progress.Done}/{progress.Total}";

    static string Words(VatRow row) =>
        row is { EntriesTaxable: { } taxable, EntriesVat: { } vat } ? $"{taxable:N2} and {vat:N2} VAT" : "not known";
}
