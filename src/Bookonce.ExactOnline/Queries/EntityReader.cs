using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Bookonce.ExactOnline;

/// <summary>A set of entities that can be read. What is selected are the properties of <typeparamref name="T"/>.</summary>
/// <typeparam name="T">The wire record.</typeparam>
public class EntityReader<T>
    where T : class
{
    private readonly Transport transport;
    private readonly JsonTypeInfo<T> shape;
    private readonly string select;

    internal EntityReader(
        Transport transport,
        int division,
        string path,
        JsonTypeInfo<T> shape,
        string key = "ID",
        (string List, JsonTypeInfo Shape)? child = null
    )
    {
        (this.transport, this.shape) = (transport, shape);
        (Division, Path, Key) = (division, path, key);
        select = ReadJson.Select(shape, child) + (child is var (list, _) ? $"&$expand={list}" : "");
    }

    /// <summary>The path below the division, for example <c>salesentry/SalesEntries</c>.</summary>
    public string Path { get; }

    /// <summary>The administration.</summary>
    public int Division { get; }

    internal string Key { get; }

    internal Transport Transport => transport;

    /// <summary>Reads the set page by page; a page is asked for when the one before it is used up.</summary>
    /// <param name="filter">Mandatory on sets with a sync twin; only <c>Timestamp</c> on sync sets.</param>
    /// <param name="orderBy">For example <c>EntryNumber desc</c>; slow.</param>
    /// <param name="top">The most rows wanted.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="ExactOnlineException">The read failed; rows given so far are a part of the set.</exception>
    public async IAsyncEnumerable<T> Read(
        Filter? filter = null,
        string? orderBy = null,
        int? top = null,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        var left = top ?? int.MaxValue;
        for (Uri? address = Address(filter, orderBy, top), next; address is not null && left > 0; address = next)
        {
            var page = await ReadPage(address, cancellation);
            next = NextAddress(address, page.Next);
            foreach (var row in page.Rows.Take(left))
                yield return Parse(row);
            left -= page.Rows.Count;
        }
    }

    /// <summary>Reads the rows whose property is one of the values, in as many requests as the address length demands.</summary>
    public async IAsyncEnumerable<T> ReadAnyOf(
        string property,
        IEnumerable<FilterValue> values,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        foreach (var filter in Filter.AnyOf(property, values))
        {
            await foreach (var row in Read(filter, cancellation: cancellation))
                yield return row;
        }
    }

    /// <summary>
    /// The entity with this key, or null when there is none. Asked by filter: a 404 on a key counts towards the block of the app.
    /// </summary>
    public async Task<T?> Find(Guid key, CancellationToken cancellation = default)
    {
        await foreach (var row in Read(Filter.Eq(Key, key), cancellation: cancellation))
            return row;
        return null;
    }

    internal T Parse(JsonElement row)
    {
        try
        {
            return row.Deserialize(shape) ?? throw Failure.Unreadable(status: null, requestId: null);
        }
        catch (JsonException error)
        {
            throw Failure.Unreadable(status: null, requestId: null, error);
        }
    }

    private async Task<Envelope> ReadPage(Uri address, CancellationToken cancellation)
    {
        var answer = await transport.Send(new Call(HttpMethod.Get, address, Path, Division), cancellation);
        return Envelope.Of(answer) ?? throw Failure.Unreadable(status: 200, requestId: null);
    }

    private Uri Address(Filter? filter, string? orderBy, int? top)
    {
        var query = $"$select={select}";
        if (filter is not null)
            query += $"&$filter={filter.Encoded()}";
        if (orderBy is not null)
            query += $"&$orderby={Uri.EscapeDataString(orderBy)}";
        if (top is { } most)
            query += $"&$top={most}";
        return transport.Settings.Address($"api/v1/{Division}/{Path}?{query}");
    }

    // The token goes where the address points, so an address elsewhere is refused.
    private Uri? NextAddress(Uri current, string? next)
    {
        if (next is null)
            return null;

        return Uri.TryCreate(next, UriKind.Absolute, out var address) && IsOurs(address) && address != current
            ? address
            : throw new ExactOnlineException("The address of the next page leaves Exact Online.", Outcome.Refused)
            {
                Status = 200,
            };
    }

    private bool IsOurs(Uri address)
    {
        const UriComponents site = UriComponents.SchemeAndServer;
        return Uri.Compare(
                address,
                transport.Settings.BaseUrl,
                site,
                UriFormat.Unescaped,
                StringComparison.OrdinalIgnoreCase
            ) == 0;
    }
}
