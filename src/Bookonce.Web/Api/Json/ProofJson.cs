using Bookonce.Domain.Proof;
using Bookonce.Engine.Proof;

namespace Bookonce.Web.Api.Json;

/// <summary>A statement, as <c>prove.schema.json</c> says it.</summary>
public static class ProofJson
{
    /// <summary>The object.</summary>
    public static object Of(DatedStatement made)
    {
        ArgumentNullException.ThrowIfNull(made);
        var statement = made.Statement;
        return new
        {
            Connection = made.Connection.Name,
            Administration = new { made.Connection.Administration.Name, made.Connection.Administration.Division },
            made.MadeAt,
            made.DocumentsReadAt,
            made.EntriesReadAt,
            statement.From,
            statement.To,
            made.IsProved,
            Outcome = Word(statement.Outcome),
            statement.Outcome.Words,
            statement.Documents,
            statement.Entries,
            statement.OneToOne,
            statement.NothingToBook,
            Totals = statement.Totals.Select(row => new
            {
                Currency = row.Currency.Code,
                row.Documents,
                row.Entries,
                row.Difference,
            }),
            Vat = statement.Vat.Select(row => new
            {
                Currency = row.Currency.Code,
                row.Rate,
                row.DocumentsTaxable,
                row.DocumentsVat,
                row.EntriesTaxable,
                row.EntriesVat,
            }),
            statement.Accepted,
            statement.Open,
            Log = new { Lines = made.Log.Sequence, LastHash = made.Log.Hash },
            made.ExactCalls,
        };
    }

    static string Word(ProofOutcome outcome) =>
        outcome switch
        {
            ProofOutcome.Agrees => "agrees",
            ProofOutcome.AgreesExcept => "agreesExcept",
            ProofOutcome.NotProved => "notProved",
            _ => "open",
        };
}
