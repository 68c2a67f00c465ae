namespace Bookonce.ExactOnline;

/// <summary>One HTTP request that was made; holds no query, key, token or content.</summary>
/// <param name="Verb">GET, POST, PUT or DELETE.</param>
/// <param name="Path">The path template, for example <c>salesentry/SalesEntries</c>.</param>
/// <param name="Division">The administration, if the address names one.</param>
/// <param name="Status">The HTTP status, or null when no answer came.</param>
/// <param name="Duration">From sending to the last byte of the answer.</param>
/// <param name="Attempt">1 for the first try.</param>
public sealed record CallMade(string Verb, string Path, int? Division, int? Status, TimeSpan Duration, int Attempt);
