namespace Bookonce.Teamleader;

/// <summary>One HTTP request that was made; holds no content, id or token.</summary>
/// <param name="Verb">Always POST: Teamleader's reads are POSTs too.</param>
/// <param name="Path">The action, for example <c>invoices.list</c>.</param>
/// <param name="Status">The HTTP status, or null when no answer came.</param>
/// <param name="Duration">From sending to the last byte of the answer.</param>
/// <param name="Attempt">1 for the first try.</param>
public sealed record CallMade(string Verb, string Path, int? Status, TimeSpan Duration, int Attempt);
