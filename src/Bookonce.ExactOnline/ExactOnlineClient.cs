using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Bookonce.ExactOnline;

/// <summary>
/// Exact Online as one connected user sees it. One request at a time in each division.
/// Source: Exact Online REST API reference, https://start.exactonline.nl/docs/HlpRestAPIResources.aspx.
/// </summary>
/// <param name="settings">The app registration and the country site.</param>
/// <param name="tokens">The chain of tokens of the user.</param>
/// <param name="handler">Sends the requests; not disposed here. It must not repeat requests or follow redirects: see <see cref="CreateHandler"/>.</param>
/// <param name="clock">The clock.</param>
/// <param name="budgets">The budget of the app, shared with its other clients; null gives this client one of its own.</param>
public sealed class ExactOnlineClient(
    ExactOnlineSettings settings,
    TokenChain tokens,
    HttpMessageHandler handler,
    TimeProvider clock,
    BudgetBook? budgets = null
)
{
    private readonly Transport transport = new(settings, tokens, budgets ?? new BudgetBook(clock), handler, clock);

    /// <summary>How many API requests this instance has sent, answered or not.</summary>
    public long CallsMade => transport.Calls;

    /// <summary>
    /// Exact's own clock as its last answer told it, so that how old a request is does not hang on this machine's clock;
    /// this machine's until an answer came.
    /// </summary>
    public TimeProvider Clock => transport.ServiceClock;

    /// <summary>A handler that suits this client: no redirects, no cookies, compressed answers.</summary>
    public static SocketsHttpHandler CreateHandler() =>
        new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = System.Net.DecompressionMethods.All,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };

    /// <summary>The allowances in a division, as Exact last stated them.</summary>
    public DivisionBudget Budget(int division) => transport.Budget(division);

    /// <summary>One administration.</summary>
    public ExactDivision Division(int code) => new(transport, code);

    /// <summary>The connected user (<c>current/Me</c>; does not count towards a division's day).</summary>
    /// <exception cref="ExactOnlineException">The read failed.</exception>
    public async Task<Me> Me(CancellationToken cancellation = default)
    {
        const string path = "current/Me";
        var shape = ReadJson.Default.Me;
        var answer = await transport.Send(
            new Call(
                HttpMethod.Get,
                settings.Address($"api/v1/{path}?$select={ReadJson.Select(shape)}"),
                path,
                Division: null
            ),
            cancellation
        );
        return Envelope.Of(answer) is { Rows: [var row] } && row.Deserialize(shape) is { } me
            ? me
            : throw Failure.Unreadable(200, null);
    }

    /// <summary>
    /// The administrations that the user may open: as <c>hrm/Divisions</c> tells; where that is closed or empty, as
    /// <c>system/Divisions</c> tells; else the current one alone.
    /// </summary>
    /// <exception cref="ExactOnlineException">The read failed for another reason than a missing right.</exception>
    public async Task<IReadOnlyList<Division>> Divisions(CancellationToken cancellation = default)
    {
        var current = (await Me(cancellation)).CurrentDivision;
        var hrm = await IfAllowed(Set("hrm/Divisions", ReadJson.Default.HrmDivision));
        if (hrm is not [])
            return [.. hrm.Select(division => division.ToDivision())];

        var system = await IfAllowed(Set("system/Divisions", ReadJson.Default.SystemDivision));
        return system is not []
            ? [.. system.Select(division => division.ToDivision())]
            : [new Division { Code = current }];

        EntityReader<T> Set<T>(string path, JsonTypeInfo<T> shape)
            where T : class => new(transport, current, path, shape, key: "Code");

        async Task<IReadOnlyList<T>> IfAllowed<T>(EntityReader<T> set)
            where T : class
        {
            if (await transport.WasRefused(current, set.Path, cancellation))
                return [];

            var rows = new List<T>();
            try
            {
                await foreach (var row in set.Read(cancellation: cancellation))
                    rows.Add(row);
            }
            catch (ExactOnlineException closed) when (closed.Status is 403 or 404)
            {
                return [];
            }

            return rows;
        }
    }
}
