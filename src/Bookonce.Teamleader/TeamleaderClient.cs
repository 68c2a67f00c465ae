using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bookonce.Teamleader;

/// <summary>
/// Teamleader Focus as one connected user sees it. One request at a time.
/// Source: https://developer.focus.teamleader.eu.
/// </summary>
public sealed class TeamleaderClient
{
    private readonly Transport transport;

    /// <summary>Makes the client.</summary>
    /// <param name="settings">The integration and where Teamleader is.</param>
    /// <param name="tokens">The chain of tokens of the user.</param>
    /// <param name="handler">Sends the requests; not disposed here. It must not repeat requests or follow redirects: see <see cref="CreateHandler"/>.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="budget">The allowance of the account, shared with its other clients; null gives this client one of its own.</param>
    public TeamleaderClient(
        TeamleaderSettings settings,
        TokenChain tokens,
        HttpMessageHandler handler,
        TimeProvider clock,
        BudgetBook? budget = null
    )
    {
        transport = new Transport(settings, tokens, budget ?? new BudgetBook(clock), handler, clock);
        (Users, Departments, TaxRates) = (new(transport), new(transport), new(transport));
        (PaymentTerms, ProductCategories, CommercialDiscounts) = (new(transport), new(transport), new(transport));
        (Invoices, CreditNotes) = (new(transport), new(transport));
        (Companies, Contacts) = (new(transport), new(transport));
    }

    /// <summary>The connected user.</summary>
    public Users Users { get; }

    /// <summary>Company entities.</summary>
    public Departments Departments { get; }

    /// <summary>VAT rates.</summary>
    public TaxRates TaxRates { get; }

    /// <summary>Payment terms.</summary>
    public PaymentTerms PaymentTerms { get; }

    /// <summary>Product categories, which are ledger accounts.</summary>
    public ProductCategories ProductCategories { get; }

    /// <summary>Commercial discounts.</summary>
    public CommercialDiscounts CommercialDiscounts { get; }

    /// <summary>Invoices.</summary>
    public Invoices Invoices { get; }

    /// <summary>Credit notes.</summary>
    public CreditNotes CreditNotes { get; }

    /// <summary>Companies.</summary>
    public Companies Companies { get; }

    /// <summary>Contacts.</summary>
    public Contacts Contacts { get; }

    /// <summary>The allowance as Teamleader last stated it.</summary>
    public Budget Budget => transport.Budget;

    /// <summary>How many API requests this instance has sent, answered or not.</summary>
    public long CallsMade => transport.Calls;

    /// <summary>A handler that suits this client: no redirects, no cookies, compressed answers.</summary>
    public static SocketsHttpHandler CreateHandler() =>
        new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = System.Net.DecompressionMethods.All,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };

    /// <summary>
    /// Calls an action that has no method of its own. What is not a <c>.list</c>, <c>.info</c> or <c>.me</c> is a write: it is sent once,
    /// and cancelling ends the waiting before it, not the write itself.
    /// </summary>
    /// <param name="action">For example <c>invoices.registerPayment</c>.</param>
    /// <param name="body">The body; unknown members are ignored by Teamleader, so mind the spelling.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <returns>The whole answer, or null when it is empty.</returns>
    /// <exception cref="TeamleaderException">The call failed: refused, or unknown.</exception>
    public Task<JsonElement?> Call(string action, JsonObject? body = null, CancellationToken cancellation = default) =>
        transport.Send(action, body, cancellation);
}
