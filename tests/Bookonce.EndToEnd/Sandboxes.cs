using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Bookonce.EndToEnd;

/// <summary>What people do by hand in Exact and Teamleader, on the sandboxes' own pages.</summary>
sealed partial class Sandboxes(Uri teamleader, Uri exact) : IDisposable
{
    const string Exact = "/__sandbox/exact/100101";
    const string Teamleader = "/__sandbox/teamleader";
    readonly HttpClient http = new(new HttpClientHandler { AllowAutoRedirect = false });

    /// <summary>Writes an invoice in Teamleader and books it there; answers its number.</summary>
    public async Task<string> Invoice(string customer, string price, string date)
    {
        var draft = await Send(
            new Uri(teamleader, $"{Teamleader}/invoices/new"),
            ("customer", customer),
            ("date", date),
            ("price1", price),
            ("text1", "Advies")
        );
        await Send(new Uri(draft.AbsoluteUri + "/book"), ("on", date));
        return Heading().Match(await http.GetStringAsync(draft)).Groups["number"].Value;
    }

    /// <summary>Types a sales entry with 21 % VAT in Exact.</summary>
    public Task<Uri> TypeEntry(string relation, string price, string date, string yourRef) =>
        Send(
            new Uri(exact, $"{Exact}/entries/new"),
            ("journal", "70"),
            ("customer", relation),
            ("date", date),
            ("yourRef", yourRef),
            ("account1", "700200"),
            ("amount1", price),
            ("vat1", "21")
        );

    /// <summary>Opens the only entry in Exact with that reference.</summary>
    public async Task<Uri> Entry(string yourRef)
    {
        var list = await http.GetStringAsync(
            new Uri(exact, $"{Exact}/entries?journal=70&search={Uri.EscapeDataString(yourRef)}")
        );
        return new Uri(exact, $"{Exact}/entries/{Opened().Match(list).Groups["id"].Value}");
    }

    /// <summary>Gives an entry another date, and keeps the rest.</summary>
    public Task ChangeEntry(Uri entry, string date, string yourRef) =>
        Send(new Uri(entry.AbsoluteUri + "/change"), ("date", date), ("yourRef", yourRef));

    /// <summary>Deletes every entry of the invoice journal from a date on.</summary>
    public Task DeleteFrom(string date) =>
        Send(new Uri(exact, $"{Exact}/entries/delete"), ("journal", "70"), ("from", date));

    /// <summary>The next booking number of the invoice journal, as Exact shows it.</summary>
    public async Task<int> NextNumber()
    {
        var journals = await http.GetStringAsync(new Uri(exact, $"{Exact}/journals?year=2026"));
        return int.Parse(Next().Match(journals).Groups["number"].Value, CultureInfo.InvariantCulture);
    }

    /// <summary>Sets it, as the journal's screen allows.</summary>
    public Task SetNextNumber(int number) =>
        Send(
            new Uri(exact, $"{Exact}/journals/70/next"),
            ("year", "2026"),
            ("number", number.ToString(CultureInfo.InvariantCulture))
        );

    /// <summary>Booking numbers and references of the invoice journal from a date on, by number.</summary>
    public async Task<IReadOnlyList<(int Number, string YourRef)>> EntriesFrom(string date)
    {
        var list = await http.GetStringAsync(new Uri(exact, $"{Exact}/entries?journal=70&from={date}"));
        var found = new List<(int, string)>();
        foreach (Match row in Opened().Matches(list))
        {
            var page = await http.GetStringAsync(new Uri(exact, $"{Exact}/entries/{row.Groups["id"].Value}"));
            found.Add(
                (
                    int.Parse(EntryNumber().Match(page).Groups["number"].Value, CultureInfo.InvariantCulture),
                    WebUtility.HtmlDecode(YourRef().Match(page).Groups["text"].Value)
                )
            );
        }
        return [.. found.Distinct().Order()];
    }

    /// <summary>Whether an entry is matched with a payment.</summary>
    public async Task<bool> IsPaid(Uri entry) =>
        (await http.GetStringAsync(entry)).Contains("Undo the matches", StringComparison.Ordinal);

    /// <summary>Deletes an entry.</summary>
    public Task Delete(Uri entry) => Send(new Uri(entry.AbsoluteUri + "/delete"));

    /// <summary>Enters the payment of an entry at the bank and matches it.</summary>
    public Task Pay(Uri entry) => Send(new Uri(entry.AbsoluteUri + "/pay"));

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    async Task<Uri> Send(Uri page, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(
            fields.Select(field => KeyValuePair.Create(field.Name, field.Value))
        );
        using var answer = await http.PostAsync(page, form);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return new Uri(page, answer.Headers.Location!);
    }

    [GeneratedRegex("<h1>Invoice (?<number>[^<]+)</h1>", RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(
        "journals/70/next\".*?name=\"number\" value=\"(?<number>[0-9]+)\"",
        RegexOptions.CultureInvariant | RegexOptions.Singleline
    )]
    private static partial Regex Next();

    [GeneratedRegex("<h1>Entry (?<number>[0-9]+)</h1>", RegexOptions.CultureInvariant)]
    private static partial Regex EntryNumber();

    [GeneratedRegex("<dt>Your ref.</dt><dd>(?<text>[^<]*)</dd>", RegexOptions.CultureInvariant)]
    private static partial Regex YourRef();

    [GeneratedRegex("/entries/(?<id>[0-9a-f]{8}-[0-9a-f-]{27})\"", RegexOptions.CultureInvariant)]
    private static partial Regex Opened();
}
