using Bookonce.Engine.Store;

namespace Bookonce.Web.Documents;

/// <summary>The order of a grid.</summary>
public sealed record GridSort(DocumentSort By, bool IsDescending)
{
    /// <summary>As long as nobody chose.</summary>
    public static GridSort NewestFirst { get; } = new(DocumentSort.Date, IsDescending: true);
}
