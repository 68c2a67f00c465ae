namespace Bookonce.Sandbox.ExactOnline.OData;

/// <summary>One address of the service with the rules that hold there.</summary>
/// <param name="Path">Behind the administration, in the service's own spelling: <c>salesentry/SalesEntries</c>.</param>
internal sealed record EntitySet(string Path, EntityType Type, RowSource Rows)
{
    /// <summary>A page size that never ends a page.</summary>
    public const int Unpaged = int.MaxValue - 1;

    /// <summary>Rows per page: 60, on bulk and sync 1,000, on most read views everything.</summary>
    public int PageSize { get; init; } = 60;

    /// <summary>A list cannot be read without a filter on one of these, unless this is empty.</summary>
    public IReadOnlyList<string> MandatoryFilter { get; init; } = [];

    /// <summary>The only fields that can be filtered, unless this is empty.</summary>
    public IReadOnlyList<string> OnlyFilter { get; init; } = [];

    /// <summary>Filters are read but have no effect.</summary>
    public bool IgnoresFilter { get; init; }

    /// <summary>A list cannot be read without <c>$select</c>.</summary>
    public bool NeedsSelect { get; init; }

    /// <summary><c>$top=1</c> does instead of <c>$select</c>.</summary>
    public bool TopStandsInForSelect { get; init; }

    /// <summary>Endpoints released after March 2017 know no <c>$skip</c>.</summary>
    public bool AllowsSkip { get; init; }

    /// <summary>Makes a row from a body, or null where rows cannot be made.</summary>
    public Func<Scope, Body, object>? Post { get; init; }
    public Action<Scope, object, Body>? Put { get; init; }
    public Action<Scope, object>? Delete { get; init; }
}
