using Bookonce.Domain.Connections;
using Bookonce.Engine.Follow;
using Bookonce.Engine.Store;
using Bookonce.Engine.Translations;
using Bookonce.ExactOnline;

namespace Bookonce.Engine.Duplicates;

/// <summary>Reads what is closed and filed, when twins are there and somebody will have to choose between them.</summary>
static class ReadClosings
{
    /// <summary>A repair asks again right before it touches anything; until then this is recent enough.</summary>
    public static readonly TimeSpan Age = TimeSpan.FromHours(12);

    /// <summary>Reads them and keeps them with the masters.</summary>
    public static async Task<Closings> Keep(
        IStore store,
        Office office,
        ExactDivision division,
        Books books,
        DateTimeOffset now,
        CancellationToken stop
    )
    {
        var closings = await Of(division, now, stop);
        if (books is { Masters: { } masters, MastersReadAt: { } readAt })
            await store.SaveMasters(office, masters with { Closings = closings }, readAt, stop);
        return closings;
    }

    /// <summary>Reads them.</summary>
    public static async Task<Closings> Of(ExactDivision division, DateTimeOffset now, CancellationToken stop) =>
        new(await ReadMasters.Closed(division, stop), await Returns(division, stop), now);

    /// <summary>Many a user may book but not see VAT returns, so a refusal means that nothing is known of them.</summary>
    static async Task<IReadOnlyList<Domain.Connections.VatReturn>?> Returns(
        ExactDivision division,
        CancellationToken stop
    )
    {
        try
        {
            return await division
                .VatReturns.Read(cancellation: stop)
                .Select(FromExact.VatReturn)
                .OfType<Domain.Connections.VatReturn>()
                .ToListAsync(stop);
        }
        catch (ExactOnlineException refused) when (refused is { IsAnswered: true, Status: 403 or 404 })
        {
            return null;
        }
    }
}
