using System.Globalization;
using System.Text.Json;
using Bookonce.Sandbox.ExactOnline;
using Bookonce.Sandbox.Teamleader;
using Microsoft.AspNetCore.Http;

namespace Bookonce.Sandbox.Faults;

/// <summary>What other people do while a program works: they type, change and delete in Exact, and withdraw access.</summary>
internal sealed class Meddling(ExactOnlineState exact, TeamleaderState teamleader)
{
    static readonly Entered Colleague = new(
        new Actor(new Guid("6f1d2c58-0d3c-4f0b-9a51-5d1a3f7f6a11"), "Collega Boekhouding")
    );

    public void EndTokens(SandboxService service)
    {
        if (service == SandboxService.ExactOnline)
            exact.RevokeAccess();
        else
            teamleader.RevokeAccess();
    }

    /// <summary>Does what the rule says in the administration that the path names, else in the first. Answers what was done.</summary>
    public string InExact(FaultRule rule, PathString path, ReadOnlyMemory<byte> sent, Random chance)
    {
        if (Administration(path) is not { } division)
            return "There is no administration.";
        try
        {
            return rule.Kind == FaultKind.EntryTyped
                ? Type(division, rule, sent, chance)
                : Touch(division, rule, chance);
        }
        catch (RefusedException refused)
        {
            return $"Exact refused: {refused.Message}";
        }
    }

    Division? Administration(PathString path)
    {
        var code = (path.Value ?? "")
            .Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => int.TryParse(part, CultureInfo.InvariantCulture, out var number) ? number : (int?)null)
            .FirstOrDefault(number => number is not null);
        return exact.Divisions.FirstOrDefault(division => division.Code == code) ?? exact.Divisions.FirstOrDefault();
    }

    static string Type(Division division, FaultRule rule, ReadOnlyMemory<byte> sent, Random chance)
    {
        var draft = SentEntry(sent);
        if (draft is null)
        {
            if (Pick(division, rule, chance) is not { } model)
                return "There is no entry to copy.";
            draft = division.DraftOf(model) with
            {
                EntryNumber = null,
                InvoiceNumber = null,
                ExternalLinkReference = null,
            };
        }
        var typed = division.EnterSalesEntry(draft with { Journal = rule.Journal ?? draft.Journal }, Colleague);
        return $"Typed {typed.EntryNumber} in journal {typed.Journal.Code} ({typed.YourRef}).";
    }

    static string Touch(Division division, FaultRule rule, Random chance)
    {
        if (Pick(division, rule, chance) is not { } entry)
            return "There is no such entry.";
        if (rule.Kind == FaultKind.EntryDeleted)
        {
            division.DeleteEntry(entry);
            return $"Deleted {entry.EntryNumber} from journal {entry.Journal.Code} ({entry.YourRef}).";
        }
        var description = $"{entry.Description} (gewijzigd)";
        division.ChangeSalesEntry(entry, division.DraftOf(entry) with { Description = description }, Colleague);
        return $"Changed the description of {entry.EntryNumber} in journal {entry.Journal.Code}.";
    }

    static Entry? Pick(Division division, FaultRule rule, Random chance)
    {
        var entries = division
            .Entries.Where(entry => entry.IsSales && (rule.Journal is null || entry.Journal.Code == rule.Journal))
            .ToList();
        if (entries is [])
            return null;
        return rule.Entry switch
        {
            EntryPick.First => entries[0],
            EntryPick.Any => entries[chance.Next(entries.Count)],
            _ => entries[^1],
        };
    }

    /// <summary>What a person would type who has the same document in hand: no id, no number, no mark.</summary>
    static SalesEntryDraft? SentEntry(ReadOnlyMemory<byte> sent)
    {
        try
        {
            return
                JsonSerializer.Deserialize(sent.Span, SentJson.Default.SentSalesEntry)
                    is { Customer: not null, SalesEntryLines: { Count: > 0 } lines } entry
                ? new SalesEntryDraft
                {
                    Journal = entry.Journal,
                    Customer = entry.Customer,
                    EntryDate = entry.EntryDate is { } date ? DateOnly.FromDateTime(date) : null,
                    Currency = entry.Currency,
                    YourRef = entry.YourRef,
                    Description = entry.Description,
                    PaymentCondition = entry.PaymentCondition,
                    Lines =
                    [
                        .. lines.Select(line => new SalesLineDraft(
                            line.GLAccount,
                            line.AmountFC,
                            line.VATCode,
                            line.Description,
                            line.VATAmountFC
                        )),
                    ],
                }
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
