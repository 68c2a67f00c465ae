using Bookonce.Domain.Import;
using Bookonce.Engine.Import;
using Bookonce.Web.Api.Json;

namespace Bookonce.Output;

/// <summary>What came of an import.</summary>
/// <param name="List">Who would be linked and created; null when nothing was to be imported.</param>
/// <param name="Result">What was done; null when it was only shown.</param>
sealed record Imported(ImportList? List, ImportResult? Result)
{
    /// <summary>No import was wanted.</summary>
    public static Imported Nothing { get; } = new(null, null);

    /// <summary>Whether nothing waits for Teamleader to say what became of it.</summary>
    public bool IsComplete => List is null || (List.Waiting is [] && Result?.Unanswered is null);
}

/// <summary>Customers that come into Teamleader, on the screen and as JSON.</summary>
static class ImportOutput
{
    public static object? Of(Imported imported) =>
        imported is not { List: { } list, Result: var result }
            ? null
            : new
            {
                list.Known,
                Matched = list.Matched.Select(one => new
                {
                    Account = one.Customer.Relation.Id,
                    one.Customer.Relation.Code,
                    one.Customer.Relation.Name,
                    Customer = one.Card.Key.Id,
                    one.Card.Key.Kind,
                    one.By,
                }),
                ToCreate = list.ToCreate.Select(one => new
                {
                    Account = one.Customer.Relation.Id,
                    one.Customer.Relation.Code,
                    one.Customer.Relation.Name,
                    one.Kind,
                }),
                Doubtful = list.Doubtful.Select(one => new
                {
                    Account = one.Customer.Relation.Id,
                    one.Customer.Relation.Code,
                    one.Customer.Relation.Name,
                    Doubt = one.Reason,
                    one.Words,
                }),
                Waiting = list.Waiting.Select(one => new
                {
                    Account = one.Customer.Relation.Id,
                    one.Customer.Relation.Code,
                    one.Customer.Relation.Name,
                    one.Until,
                }),
                Linked = result?.Linked ?? 0,
                Created = result?.Created ?? 0,
                Refused = (result?.Refused ?? []).Select(one => new
                {
                    Account = one.Customer.Relation.Id,
                    one.Customer.Relation.Code,
                    one.Customer.Relation.Name,
                    one.Words,
                }),
                Unanswered = result?.Unanswered is null ? 0 : 1,
                Left = result?.Left ?? 0,
            };

    public static void Text(Imported imported)
    {
        if (imported is not { List: { } list, Result: var result })
        {
            Screen.Line("No customers are imported.");
            return;
        }
        Screen.Line(
            $"Customers of Exact: {list.Known} known, {list.Matched.Count} found in Teamleader, {list.ToCreate.Count} to create there, {list.Doubtful.Count} left to a person"
        );
        foreach (var one in list.ToCreate)
            Screen.Line($"  create {Name(one)} as a {ApiJson.Word(one.Kind)}");
        foreach (var one in list.Doubtful)
            Screen.Line($"  leave {Name(one)}: {one.Words}");
        foreach (var one in list.Waiting)
            Screen.Line(
                $"  {Name(one)}: Teamleader has not said whether it was created; it is tried again after {one.Until:HH:mm} UTC"
            );
        if (result is null)
            return;
        Screen.Line($"Linked {result.Linked}, created {result.Created}.");
        foreach (var one in result.Refused)
            Screen.Line($"  Teamleader refused {one.Customer.Relation.Code} {one.Customer.Relation.Name}: {one.Words}");
        if (result.Unanswered is { Relation: var relation })
            Screen.Line(
                $"Teamleader did not answer for {relation.Code} {relation.Name}; {result.Left} were not reached. Run it again: nobody is created twice."
            );
    }

    static string Name(ImportDecision decision) =>
        $"{decision.Customer.Relation.Code} {decision.Customer.Relation.Name}";
}
