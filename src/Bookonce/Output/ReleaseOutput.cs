using Bookonce.Domain.Release;

namespace Bookonce.Output;

/// <summary>Documents that lose their link, on the screen.</summary>
static class ReleaseOutput
{
    public static void Text(string connection, ReleaseList list, bool isReleased)
    {
        List(connection, list);
        Screen.Line(
            list.Refusal is { } refusal ? $"Nothing can be released. {refusal}"
            : isReleased ? "Released. 'bookonce preview' shows what becomes of them."
            : "Nothing is released yet: add --yes."
        );
    }

    public static void List(string connection, ReleaseList list)
    {
        Screen.Line(
            $"{connection}: {Screen.Count(list.Released.Count, "document", "documents")} of {list.From:yyyy-MM-dd} and later"
        );
        foreach (var one in list.Released)
            Screen.Line($"  {Line(one)}");
        Tell(
            "Their entry is dated before that day, so it is not among those deleted by date in Exact:",
            list.EnteredBefore
        );
        Tell("They keep their link though their entry is dated on that day or later:", list.EnteredAfter);
    }

    static void Tell(string heading, IReadOnlyList<LinkedDocument> documents)
    {
        if (documents.Count > 0)
            Screen.Line(heading);
        foreach (var one in documents)
            Screen.Line($"  {Line(one)}");
    }

    static string Line(LinkedDocument one) =>
        $"{one.Document.Date:yyyy-MM-dd} {one.Document.Number} {one.Document.Customer.Name}: {one.Link.Series} {one.Link.BookingNumber}{(one.Entry is null && one.Link.LineId is not null ? ", whose entry is gone from Exact" : "")}";
}
