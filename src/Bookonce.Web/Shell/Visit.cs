namespace Bookonce.Web.Shell;

/// <summary>What the request of a page hands to its interactive part.</summary>
/// <param name="Chosen">The connection that this browser chose last; null when none was.</param>
/// <param name="FormWord">The anti-forgery word of its forms.</param>
public sealed record Visit(Guid? Chosen, string FormWord);
