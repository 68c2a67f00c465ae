using Bookonce.Domain.Release;

namespace Bookonce.Web.Api.Json;

/// <summary>Documents that lose their link, as <c>release.schema.json</c> says them.</summary>
public static class ReleaseJson
{
    /// <summary>The object.</summary>
    public static object Of(string connection, ReleaseList list, bool isReleased)
    {
        ArgumentNullException.ThrowIfNull(list);
        return new
        {
            Connection = connection,
            list.From,
            list.Seal,
            Released = isReleased,
            Documents = list.Released.Select(Row),
            list.Refusal,
            EnteredBefore = list.EnteredBefore.Select(Row),
            EnteredAfter = list.EnteredAfter.Select(Row),
        };
    }

    /// <summary>One document with its link.</summary>
    public static object Row(LinkedDocument one)
    {
        ArgumentNullException.ThrowIfNull(one);
        return new
        {
            one.Document.Id,
            one.Document.Kind,
            one.Document.Number,
            one.Document.Date,
            one.Link.Series.Journal,
            one.Link.Series.Year,
            one.Link.BookingNumber,
            one.EntryDate,
            EntryGone = one.Entry is null && one.Link.LineId is not null,
        };
    }
}
