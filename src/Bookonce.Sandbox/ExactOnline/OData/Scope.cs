namespace Bookonce.Sandbox.ExactOnline.OData;

/// <summary>In what a request is answered.</summary>
/// <param name="Division">The administration of the address; the user's own for addresses without one.</param>
/// <param name="Root">Scheme and host as the caller sees them, then <c>/api/v1/</c> and the administration.</param>
internal sealed record Scope(ExactOnlineState State, Division Division, string Root, ErrorLanguage Language)
{
    public ExactOnlineSwitches Switches => State.Switches;
}
